import * as fs from "node:fs";
import * as path from "node:path";

/** What an attribute holds. */
export type Shape = "string" | "number" | "boolean" | "list" | "map" | "object";

/** What the installed SDK says about one resource type. */
export interface TypeFacts {
  /** Properties a program may give. */
  readonly inputs: ReadonlySet<string>;
  /** Properties a program must give. */
  readonly required: readonly string[];
  /** Attributes that always have a value, by what they hold: AWS fills in those that the program leaves out. */
  readonly assigned: ReadonlyMap<string, Shape>;
}

function shapeOf(text: string): Shape {
  if (text.endsWith("[]")) return "list";
  if (text.startsWith("{")) return "map";
  if (text.startsWith("outputs.")) return "object";
  if (text === "boolean" || text === "number") return text;
  return "string";
}

function assignedIn(declaration: string): Map<string, Shape> {
  const assigned = new Map<string, Shape>();
  for (const [, name, type] of declaration.matchAll(/^ {4}readonly (\w+): pulumi\.Output<([\s\S]*?)>;$/gm)) {
    if (name === undefined || type === undefined || type.endsWith("| undefined")) continue;
    assigned.set(name, shapeOf(type.trim()));
  }
  return assigned;
}

/** Reads the facts out of a type's declaration file. */
export function parseDeclaration(text: string): TypeFacts | undefined {
  const declaration = text.replace(/\/\*\*[\s\S]*?\*\//g, "");
  const body = /^export interface \w+Args \{\n([\s\S]*?)^\}/m.exec(declaration)?.[1];
  if (body === undefined) return undefined;
  const members = [...body.matchAll(/^ {4}(\w+)(\??):/gm)];
  return {
    inputs: new Set(members.flatMap(([, name]) => (name === undefined ? [] : [name]))),
    required: members.flatMap(([, name, mark]) => (name === undefined || mark === "?" ? [] : [name])),
    assigned: assignedIn(declaration),
  };
}

/**
 * The `@pulumi/aws` package that the program uses, read file by file when a type is met.
 * Where it is not installed, nothing is known and every answer is left to the tables.
 */
export class InstalledSdk {
  private readonly known = new Map<string, TypeFacts | undefined>();
  private readonly root: string | undefined;

  /** @param projectDir - Folder from which the package is resolved. */
  public constructor(projectDir: string) {
    try {
      this.root = path.dirname(
        require.resolve("@pulumi/aws/package.json", { paths: [projectDir, __dirname] }),
      );
    } catch {
      this.root = undefined;
    }
  }

  /** The facts about a type token such as `aws:ec2/vpc:Vpc`. */
  public facts(type: string): TypeFacts | undefined {
    if (!this.known.has(type)) this.known.set(type, this.read(type));
    return this.known.get(type);
  }

  private read(type: string): TypeFacts | undefined {
    const location = type.split(":")[1];
    if (this.root === undefined || location === undefined || location.includes("..")) return undefined;
    const file = this.declarationFile(location.replace(/^index\//, ""));
    return file === undefined ? undefined : parseDeclaration(fs.readFileSync(file, "utf8"));
  }

  /** Tokens and file names may differ in case: `guardduty/iPSet` lies in `guardduty/ipset.d.ts`. */
  private declarationFile(location: string): string | undefined {
    const exact = path.join(this.root ?? "", `${location}.d.ts`);
    if (fs.existsSync(exact)) return exact;
    const folder = path.dirname(exact);
    const wanted = path.basename(exact).toLowerCase();
    const found = fs.existsSync(folder)
      ? fs.readdirSync(folder).find((name) => name.toLowerCase() === wanted)
      : undefined;
    return found === undefined ? undefined : path.join(folder, found);
  }
}
