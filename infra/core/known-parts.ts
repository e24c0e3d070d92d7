import * as pulumi from "@pulumi/pulumi";

/** What is known of values, by the value. */
const partsOfValues = new WeakMap<object, unknown>();

/** Stands in known parts for text that is computed from other resources. */
export const computed = "<computed>";

/**
 * Notes what is known of a value before a deployment. A text is unknown as soon as one value in it is; what it is
 * rendered from still shows all the others. Of an id, the URN of its resource is known.
 *
 * @param parts what the text says, as an object whose values may be unknown, or the URN of what an id names
 */
export function withKnownParts(value: pulumi.Output<string>, parts: unknown): pulumi.Output<string> {
  partsOfValues.set(value, parts);
  return value;
}

/** The parts that were noted of a value or inside of it, with all that is beside them; nothing where there are none. */
function partsOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  const noted = partsOfValues.get(value);
  if (noted !== undefined || pulumi.Output.isInstance(value)) return noted;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown, unknown] => [
    key,
    inner,
    partsOf(inner),
  ]);
  if (entries.every(([, , parts]) => parts === undefined)) return undefined;
  const filled = entries.map(([key, inner, parts]): [string, unknown] => [key, parts ?? inner]);
  return Array.isArray(value) ? filled.map(([, inner]) => inner) : Object.fromEntries(filled);
}

/** A resource, with what is known of those inputs that are not known as a whole. */
interface PartlyKnown {
  readonly urn: pulumi.Output<string>;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/**
 * What the program knows, before a deployment, of inputs that are not known as a whole, such as policy documents. It makes
 * nothing; whoever judges the program before the deployment reads it from the component's inputs.
 */
class KnownParts extends pulumi.ComponentResource {
  public constructor(name: string, args: { readonly resources: readonly PartlyKnown[] }) {
    super("platform:core:KnownParts", name, args);
    this.registerOutputs({});
  }
}

/**
 * Declares resources, and afterwards the component that tells what is known of those of their inputs whose parts were
 * noted.
 *
 * @param declare is given what belongs among the options of everything that is to be watched, children included
 */
export function tellingKnownParts<T>(declare: (watch: pulumi.ResourceTransformation) => T): T {
  const resources: PartlyKnown[] = [];
  const declared = declare(({ resource, props }) => {
    const inputs = Object.entries<unknown>(props).flatMap(([property, value]) => {
      const parts = partsOf(value);
      return parts === undefined ? [] : [[property, parts] as const];
    });
    // The resource has its URN only after this call.
    const urn = pulumi.output(Promise.resolve().then(() => resource.urn));
    if (inputs.length > 0) resources.push({ urn, inputs: Object.fromEntries(inputs) });
    return undefined;
  });
  if (resources.length > 0) new KnownParts("known-parts", { resources });
  return declared;
}
