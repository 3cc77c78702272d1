export declare const knownBinaries: ReadonlyMap<string, string>;
export declare function faultOf(file: string, platform: string): Promise<string | undefined>;
