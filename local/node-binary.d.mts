export const knownBinaries: ReadonlyMap<string, string>;
export function faultOf(file: string, platform: string): Promise<string | undefined>;
