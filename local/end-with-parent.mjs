// Loaded into Node programs that are not ours: they end when their standard input does, that is, with their parent.
process.stdin.on('end', () => process.exit()).resume();
