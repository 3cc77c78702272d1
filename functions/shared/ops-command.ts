/** What an operator types: of a stage that is not the local one, with its name. */
export const opsCommand = (words: string, stage: string): string =>
  `npm run ops -- ${words}${stage === 'local' ? '' : ` --stage ${stage}`}`;
