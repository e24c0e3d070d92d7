import * as fs from "node:fs";
import * as path from "node:path";
import { copyOfWorld, emptyWorld, type World, type WorldResource, type WorldStore } from "./world";

/** One change of a world, as the file keeps it: a world is all its changes, one after the other. */
interface Change {
  /** Resources by their number in this file, which rises with every new one; `null` for one that is gone. */
  readonly resources: Readonly<Record<string, WorldResource | null>>;
  /** The counts of {@link World.generations} that changed. */
  readonly generations: Readonly<Record<string, number>>;
}

/** What this process knows of the file. */
interface Known {
  readonly world: World;
  /** The resources of that world by their number, and their numbers. */
  readonly numbered: ReadonlyMap<number, WorldResource>;
  readonly numbers: WeakMap<WorldResource, number>;
  /** The number of the next new resource. */
  readonly next: number;
  /** How many entries of the file a later one has replaced. */
  readonly replaced: number;
  /** Which file that was, and how much of it has been read. */
  readonly extent: Extent;
}

/** A file, whatever its name, and its size in bytes. */
interface Extent {
  readonly identity: string;
  readonly bytes: number;
}

const NO_FILE: Extent = { identity: "", bytes: 0 };

function knownOfNoFile(): Known {
  const world = emptyWorld();
  return { world, numbered: new Map(), numbers: new WeakMap(), next: 1, replaced: 0, extent: NO_FILE };
}

/** Longest wait for another process that holds the file, in milliseconds. */
const LOCK_PATIENCE_MS = 10_000;

/** From how many replaced entries on the file is written anew, once they outnumber the resources. */
const TOLERATED_ENTRIES = 200;

/** Every change begins with a brace at the start of a line, and nothing within one does. */
const START_OF_CHANGE = /^(?=\{)/m;

/**
 * A world in a file, shared by every process that opens it and readable only by its owner.
 *
 * Every change is added at the end as a JSON document of its own, and a process reads only what others added since: what is
 * written and read for a change does not grow with the world. The last entry of a resource counts. Change an attribute there by
 * hand between two runs and the next refresh sees drift.
 */
export class FileStore implements WorldStore {
  private readonly lock: string;
  private known = knownOfNoFile();

  /** @param file - Where the world is kept; made when it does not exist. */
  public constructor(private readonly file: string) {
    this.lock = `${file}.lock`;
    fs.mkdirSync(path.dirname(file), { recursive: true });
  }

  public view<T>(look: (world: World) => T): T {
    if (!this.isUpToDate())
      this.whileLocked(() => {
        this.read();
      });
    return look(this.known.world);
  }

  public update<T>(change: (world: World) => T): T {
    return this.whileLocked(() => {
      if (!this.isUpToDate()) this.read();
      const world = copyOfWorld(this.known.world);
      const result = change(world);
      this.write(changeFrom(this.known, world));
      return result;
    });
  }

  /** Numbers of files are given again, so the time of birth tells them apart. */
  private extent(): Extent {
    const found = fs.statSync(this.file, { bigint: true, throwIfNoEntry: false });
    if (found === undefined) return NO_FILE;
    return { identity: `${String(found.ino)} ${String(found.birthtimeNs)}`, bytes: Number(found.size) };
  }

  private isUpToDate(): boolean {
    const { identity, bytes } = this.extent();
    return identity === this.known.extent.identity && bytes === this.known.extent.bytes;
  }

  /** Reads what was added, or everything when this is another file than before. */
  private read(): void {
    const extent = this.extent();
    const { identity, bytes } = this.known.extent;
    const grown = identity === extent.identity && extent.bytes > bytes;
    const start = grown ? this.known : knownOfNoFile();
    const changes = extent === NO_FILE ? [] : this.parsed(this.after(start.extent.bytes));
    this.known = { ...withChanges(start, changes), extent };
  }

  private after(offset: number): string {
    const opened = fs.openSync(this.file, "r");
    try {
      const added = Buffer.alloc(fs.fstatSync(opened).size - offset);
      fs.readSync(opened, added, 0, added.length, offset);
      return added.toString("utf8");
    } finally {
      fs.closeSync(opened);
    }
  }

  private parsed(text: string): Change[] {
    try {
      return text.split(START_OF_CHANGE).map(changeOf);
    } catch (error) {
      throw new Error(`${this.file} does not hold a simulated world: ${String(error)}`, { cause: error });
    }
  }

  private write(change: Change): void {
    const known = withChanges(this.known, [change]);
    const isLong = known.replaced > Math.max(TOLERATED_ENTRIES, known.world.resources.length);
    if (isLong) {
      this.writeAnew(known.world);
      return;
    }
    fs.appendFileSync(this.file, asText(change), { mode: 0o600 });
    this.known = { ...known, extent: this.extent() };
  }

  /** A reader sees the old file or the new one, never a part. */
  private writeAnew(world: World): void {
    const start = knownOfNoFile();
    const whole = changeFrom(start, world);
    const draft = `${this.file}.${process.pid}`;
    fs.writeFileSync(draft, asText(whole), { mode: 0o600 });
    fs.renameSync(draft, this.file);
    this.known = { ...withChanges(start, [whole]), extent: this.extent() };
  }

  private whileLocked<T>(act: () => T): T {
    this.acquire();
    try {
      return act();
    } finally {
      fs.rmSync(this.lock, { recursive: true, force: true });
    }
  }

  /** Making a folder either succeeds or fails as a whole, for every process. */
  private acquire(): void {
    const deadline = Date.now() + LOCK_PATIENCE_MS;
    for (;;) {
      try {
        fs.mkdirSync(this.lock);
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
        if (Date.now() > deadline)
          throw new Error(`${this.lock} is held by another process; remove it if none runs`);
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
    }
  }
}

function changeOf(text: string): Change {
  const { resources, generations } = JSON.parse(text) as Partial<Change>;
  if (resources === undefined || generations === undefined) throw new Error("a change has no resources");
  return { resources, generations };
}

function asText(change: Change): string {
  return `${JSON.stringify(change, undefined, 2)}\n`;
}

/** What makes one world out of another. A resource that takes the place of one with its id keeps that one's number. */
function changeFrom({ world, numbers, next }: Known, after: World): Change {
  const there = new Set(after.resources);
  const known = new Set(world.resources);
  const gone = world.resources.filter((resource) => !there.has(resource));
  const fresh = after.resources.filter((resource) => !known.has(resource));
  const resources: Record<string, WorldResource | null> = {};
  for (const resource of gone) resources[String(numbers.get(resource))] = null;
  let free = next;
  for (const resource of fresh) {
    const index = gone.findIndex(
      ({ id, type, urn }) => id === resource.id && type === resource.type && urn === resource.urn,
    );
    const [before] = index === -1 ? [] : gone.splice(index, 1);
    resources[String(before === undefined ? free++ : numbers.get(before))] = resource;
  }
  const generations = [...after.generations].filter(([urn, count]) => world.generations.get(urn) !== count);
  return { resources, generations: Object.fromEntries(generations) };
}

/** Changes are found by what took another's place; one made within a resource would be lost in silence. */
function unchanging(resource: WorldResource): WorldResource {
  Object.freeze(resource.attributes);
  return Object.freeze(resource);
}

function withChanges(known: Known, changes: readonly Change[]): Known {
  const numbered = new Map(known.numbered);
  const generations = new Map(known.world.generations);
  let { next, replaced } = known;
  for (const change of changes) {
    for (const [key, resource] of Object.entries(change.resources)) {
      const number = Number(key);
      if (numbered.has(number)) replaced += 1;
      if (resource === null) numbered.delete(number);
      else {
        numbered.set(number, unchanging(resource));
        known.numbers.set(resource, number);
      }
      next = Math.max(next, number + 1);
    }
    for (const [urn, count] of Object.entries(change.generations)) generations.set(urn, count);
  }
  return { ...known, world: { resources: [...numbered.values()], generations }, numbered, next, replaced };
}
