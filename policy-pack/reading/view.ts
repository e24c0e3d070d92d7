import { isUnknown } from "./sentinels";

/** What can be said of a property before deployment. A value of another type than asked for counts as unknown. */
export type Reading<T> =
  | { readonly state: "known"; readonly value: T }
  | { readonly state: "unknown"; readonly path: string }
  | { readonly state: "absent"; readonly path: string };

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/**
 * A place in the inputs of a resource, of which parts may be unknown.
 *
 * Reading never throws: what lies below an unknown value is unknown, what lies below an absent one is absent.
 */
export class View {
  // What lies below, as far as it has been asked for: hundreds of controls ask for the same.
  private children: Map<string, View> | undefined;
  private elements: readonly View[] | undefined;
  private parsed: View | undefined;

  public constructor(
    private readonly raw: unknown,
    /** Where this place is, such as `ingress[0].cidrBlocks`; empty for the resource itself. */
    public readonly path: string,
    /** The resource, by URN, in which the place is, where it need not be the one that is judged. */
    public readonly holder?: string,
  ) {}

  /**
   * The inputs behind the proxy that the policy SDK hands to a policy. The proxy throws when an unknown value is read
   * and cannot be switched off; property descriptors pass it by.
   */
  public static ofProxy(props: Readonly<Record<string, unknown>>): View {
    const descriptors = Object.entries(Object.getOwnPropertyDescriptors(props));
    return new View(Object.fromEntries(descriptors.map(([key, { value }]) => [key, value as unknown])), "");
  }

  /** The same place, known to be in that resource. */
  public heldBy(urn: string): View {
    return new View(this.raw, this.path, urn);
  }

  public get isUnknown(): boolean {
    return isUnknown(this.raw);
  }

  public get isAbsent(): boolean {
    return this.raw === undefined || this.raw === null;
  }

  /** The place at a path such as `loggingConfiguration.logDestinationConfigs`, below this one. */
  public at(path: string): View {
    return path.split(".").reduce<View>((view, key) => view.child(key), this);
  }

  /** Whether a list is known to be here, with elements that may be unknown. */
  public get isList(): boolean {
    return Array.isArray(this.raw);
  }

  /** Whether an object is known to be here, with values that may be unknown. */
  public get isObject(): boolean {
    return isContainer(this.raw) && !Array.isArray(this.raw);
  }

  /** The same place with nothing known of it, where what is known makes no sense. */
  public asUnknown(): View {
    return this.here(UNREADABLE);
  }

  /** The same object, in which other values stand for those of its properties that are not wholly known. */
  public filledWith(values: Readonly<Record<string, View>>): View {
    const filling = Object.entries(values).filter(([name]) => this.child(name).firstUnknown());
    if (!isContainer(this.raw) || filling.length === 0) return this;
    const filled = Object.fromEntries(filling.map(([name, view]) => [name, view.raw]));
    return this.here({ ...this.raw, ...filled });
  }

  /** The elements of a list; none where the list is absent or unknown, so ask `isUnknown` first. */
  public items(): readonly View[] {
    if (!Array.isArray(this.raw)) return [];
    this.elements ??= this.raw.map(
      (item, position) => new View(item, `${this.path}[${position}]`, this.holder),
    );
    return this.elements;
  }

  /** The names in an object; none where the object is absent or unknown. */
  public keys(): readonly string[] {
    return isContainer(this.raw) && this.isObject ? Object.keys(this.raw) : [];
  }

  /** One name in an object, dots included. */
  public child(key: string): View {
    this.children ??= new Map();
    const ready = this.children.get(key) ?? this.below(key);
    this.children.set(key, ready);
    return ready;
  }

  private below(key: string): View {
    const path = this.path === "" ? key : `${this.path}.${key}`;
    if (this.isUnknown) return new View(this.raw, path, this.holder);
    const own = isContainer(this.raw) && Object.hasOwn(this.raw, key);
    return new View(own ? this.raw[key] : undefined, path, this.holder);
  }

  public string(): Reading<string> {
    return this.read((value) => {
      if (typeof value === "number" || typeof value === "boolean") return String(value);
      return typeof value === "string" ? value : undefined;
    });
  }

  public number(): Reading<number> {
    return this.read((value) => {
      const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
      return typeof number === "number" && Number.isFinite(number) ? number : undefined;
    });
  }

  public boolean(): Reading<boolean> {
    return this.read((value) => {
      if (value === "true") return true;
      if (value === "false") return false;
      return typeof value === "boolean" ? value : undefined;
    });
  }

  /**
   * The object or list in a property that carries JSON text, or the object itself where a program gave one.
   * Text that is no JSON is unknown.
   */
  public document(): View {
    this.parsed ??= this.parse();
    return this.parsed;
  }

  private parse(): View {
    if (typeof this.raw !== "string" || this.isUnknown) return this;
    try {
      return this.here(JSON.parse(this.raw));
    } catch {
      return this.asUnknown();
    }
  }

  /** The first unknown place here or below, if there is one. */
  public firstUnknown(): View | undefined {
    if (this.isUnknown) return this;
    const below = Array.isArray(this.raw) ? this.items() : this.keys().map((key) => this.child(key));
    for (const view of below) {
      const unknown = view.firstUnknown();
      if (unknown) return unknown;
    }
    return undefined;
  }

  /** Whether a list or object is absent or known to hold nothing. */
  public get isEmpty(): boolean {
    if (this.isAbsent) return true;
    return Array.isArray(this.raw)
      ? this.raw.length === 0
      : isContainer(this.raw) && this.keys().length === 0;
  }

  private here(raw: unknown): View {
    return new View(raw, this.path, this.holder);
  }

  private read<T>(convert: (value: unknown) => T | undefined): Reading<T> {
    if (this.isAbsent) return { state: "absent", path: this.path };
    const value = this.isUnknown ? undefined : convert(this.raw);
    return value === undefined ? { state: "unknown", path: this.path } : { state: "known", value };
  }
}

/** Stands for text that should have been a document: nothing can be said about what is in it. */
const UNREADABLE = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The value when it is known, the default when the property is absent, nothing when it is unknown. */
export function valueOr<T>(reading: Reading<T>, whenAbsent: T): T | undefined {
  if (reading.state === "known") return reading.value;
  return reading.state === "absent" ? whenAbsent : undefined;
}

/** The value when it is known. */
export function known<T>(reading: Reading<T>): T | undefined {
  return reading.state === "known" ? reading.value : undefined;
}
