// For `node --import`: TypeScript is read by Node itself where it can (22.18), and by tsx before. tsx has each function
// named whenever it is made, which takes a server a third of its time.
if (!process.features.typescript) (await import('tsx/esm/api')).register();
