import * as fs from "node:fs";

/** Another run holds the folder. */
export class FolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(
      `${folder} is in use by process ${pid}. Two runs on one sandbox would overwrite each other's state: ` +
        `wait until that one has ended, or end it.`,
    );
    this.name = "FolderInUse";
  }
}

/**
 * Takes a folder for this process, and returns what gives it back. A lock whose process has ended is taken over.
 *
 * @throws {@link FolderInUse} when another process holds it
 */
export function takeLock(folder: string, lockFile: string): () => void {
  if (!createLock(lockFile)) {
    const holder = readPid(lockFile);
    if (holder !== undefined && isAlive(holder)) throw new FolderInUse(folder, holder);
    fs.rmSync(lockFile, { force: true });
    // Between the two lines another run may have been quicker.
    if (!createLock(lockFile)) throw new FolderInUse(folder, readPid(lockFile) ?? 0);
  }
  return () => {
    if (readPid(lockFile) === process.pid) fs.rmSync(lockFile, { force: true });
  };
}

/** Whether a process with this id runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

// Written first and linked then, so that nobody ever reads a lock without its process id.
function createLock(file: string): boolean {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, `${process.pid}\n`);
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number.parseInt(fs.readFileSync(file, "utf8"), 10);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
