/** Why a local command cannot do what it was asked to, in one line for the person at the terminal. */
export class CannotStart extends Error {
  constructor(zh: string, en: string) {
    super(`${en} ${zh}`);
    this.name = 'CannotStart';
  }
}

/** Runs a command; what the person can correct is one line, anything else is a bug and keeps its stack. */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof CannotStart ? error.message : error);
    process.exit(1);
  }
}
