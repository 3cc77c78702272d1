/** Prints the CPU milliseconds that loading the file named takes in this process. */
const before = process.cpuUsage();
await import(process.argv[2]);
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000);
process.exit(0);
