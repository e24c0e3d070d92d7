import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PROJECT = join(__dirname, "..", "..", "..");

/** A copy of the project in which a user changes what the business runs, as the documentation tells. */
export class ProjectCopy {
  private readonly edited = new Set<string>();

  /** @param folder an empty folder for the copy */
  constructor(readonly folder: string) {
    const stackFiles = readdirSync(PROJECT).filter((file) => /^Pulumi\..*yaml$/.test(file));
    for (const path of ["infra", "stacks", "package.json", "tsconfig.json", ...stackFiles]) {
      cpSync(join(PROJECT, path), join(folder, path), { recursive: true });
    }
    symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"));
  }

  /** Changes a file of the copy; a change that changes nothing is a mistake of the test. */
  edit(file: string, change: (text: string) => string): void {
    const path = join(this.folder, file);
    const before = readFileSync(path, "utf8");
    const after = change(before);
    if (after === before) throw new Error(`the change of ${file} has changed nothing`);
    writeFileSync(path, after);
    this.edited.add(file);
  }

  /** Takes the copy back to what the project is. */
  reset(): void {
    for (const file of this.edited) cpSync(join(PROJECT, file), join(this.folder, file));
    this.edited.clear();
  }
}
