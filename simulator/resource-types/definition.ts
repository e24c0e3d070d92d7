import { arnOf, digest, partitionOf, uuid } from "../identity";
import { AwsError } from "../aws-error";
import type { ProviderSettings } from "../settings";
import { isUnknown, isWireObject, maskSecrets, revealSecrets, type Wire, type WireObject } from "../wire";
import type { World } from "../world";

/** A resource that is being created. */
export interface Creation {
  readonly urn: string;
  readonly type: string;
  /** What the program calls it. */
  readonly logicalName: string;
  /** Checked inputs with secrets revealed. */
  readonly inputs: WireObject;
  /** The provider's settings; `region` is the resource's own. */
  readonly settings: ProviderSettings;
  /** How many resources with this URN were created before. */
  readonly generation: number;
  readonly world: World;
}

/** A resource that has its id. */
export interface Created extends Creation {
  readonly id: string;
}

/** How `pulumi-aws` names what the program leaves unnamed. */
export interface Autoname {
  readonly property: string;
  readonly maxLength: number;
  /** @default "-" */
  readonly separator?: string;
  readonly transform?: (name: string, inputs: WireObject) => string;
}

/** A property that names another resource. */
export interface Reference {
  /** Types that can be meant; the first one is named in the error. */
  readonly types: readonly string[];
  /** AWS's code when there is no such resource. */
  readonly missing: string;
  /**
   * AWS's code when the other one is to be deleted while this one is there.
   * @default - it can be deleted
   */
  readonly holds?: string;
  /** Values that need not exist here, e.g. `local` or what AWS owns. */
  readonly except?: RegExp;
}

/** A rule that needs nothing but the inputs. */
export interface InputRule {
  readonly property: string;
  readonly code: string;
  /** What AWS requires, to follow the property and its value in a message. */
  readonly requires: string;
  /** Asked for known values only. */
  readonly holds: (value: Wire, inputs: WireObject) => boolean;
}

/** What one resource type needs said beyond what the installed SDK tells. */
export interface ResourceType {
  readonly id: (creation: Creation) => string;
  /** Service and resource part of the ARN. */
  readonly arn?: (created: Created) => string;
  /** Values that `pulumi-aws` adds in Check, from the provider's schema. */
  readonly defaults?: WireObject;
  /**
   * `none` for a name that the program must choose.
   * @default - `name`, up to 255 characters, when the type has an optional one
   */
  readonly autoname?: Autoname | "none";
  /** Attributes that AWS fills in. */
  readonly computed?: (created: Created) => WireObject;
  /**
   * Attributes that an update leaves as they are, whatever became of them meanwhile.
   * @default - none: an update gives them the values of a new resource
   */
  readonly keeps?: (before: WireObject, inputs: WireObject) => WireObject;
  /** Properties that cannot be changed in place. */
  readonly forceNew?: readonly string[];
  readonly deleteBeforeReplace?: boolean;
  readonly references?: Readonly<Record<string, Reference>>;
  readonly rules?: readonly InputRule[];
  /** Refuses by throwing what depends on the rest of the world. */
  readonly refuse?: (created: Created) => void;
  /** Refuses to delete by throwing. */
  readonly refuseDeletion?: (attributes: WireObject) => void;
  /** Resources that AWS makes along with it. */
  readonly madeAlong?: (created: Created) => readonly { type: string; id: string; attributes: WireObject }[];
}

/** Resource types by token. */
export type ResourceTypes = Readonly<Record<string, ResourceType>>;

/** An id as EC2 makes it: a prefix and 17 hexadecimal digits. */
export function prefixedId(prefix: string): (creation: Creation) => string {
  return (creation) => `${prefix}-${idDigits(creation)}`;
}

/** The 17 hexadecimal digits of an id; the first is always 0, as EC2 has it. */
export function idDigits(creation: Pick<Creation, "urn" | "generation">, salt = ""): string {
  return `0${digest(`${creation.urn}#${creation.generation}${salt}`, 16)}`;
}

/** An id as many services make it: a UUID, another one each time the thing is made. */
export function madeUuid({ urn, generation }: Pick<Creation, "urn" | "generation">): string {
  return uuid(`${urn}#${generation}`);
}

/** An id that is the value of an input. */
export function inputId(property: string): (creation: Creation) => string {
  return (creation) => textOf(creation.inputs[property]);
}

/** The text of a known property; empty when there is none. */
export function textOf(value: Wire | undefined): string {
  return typeof value === "string" && !isUnknown(value)
    ? value
    : typeof value === "number"
      ? String(value)
      : "";
}

/** The ARN of a resource of a regional service. */
export function regionalArn(
  service: string,
  resource: (created: Created) => string,
): (created: Created) => string {
  return (created) =>
    arnOf({
      partition: partitionOf(created.settings.region).name,
      service,
      region: created.settings.region,
      accountId: created.settings.accountId,
      resource: resource(created),
    });
}

/** The ARN of a resource of a service without Regions. */
export function globalArn(
  service: string,
  resource: (created: Created) => string,
): (created: Created) => string {
  return (created) =>
    arnOf({
      partition: partitionOf(created.settings.region).name,
      service,
      region: "",
      accountId: created.settings.accountId,
      resource: resource(created),
    });
}

/** A rule that a text has a length within bounds and matches a pattern. */
export function textRule(rule: {
  property: string;
  code: string;
  pattern: RegExp;
  requires: string;
}): InputRule {
  return { ...rule, holds: (value) => typeof value === "string" && rule.pattern.test(value) };
}

/** A rule that a value is one of a few. */
export function choiceRule(property: string, code: string, allowed: readonly (string | number)[]): InputRule {
  const holds = (value: Wire): boolean =>
    (typeof value === "string" || typeof value === "number") && allowed.includes(value);
  return { property, code, requires: `must be one of ${allowed.join(", ")}`, holds };
}

/** A rule that a number is within bounds. */
export function range(property: string, code: string, least: number, most: number): InputRule {
  return {
    property,
    code,
    requires: `must be ${least} to ${most}`,
    holds: (value) => typeof value === "number" && value >= least && value <= most,
  };
}

/**
 * The rules that known inputs break, as AWS would refuse them.
 * @param given - The inputs with their secrets wrapped; a wrapped value is judged and never shown.
 */
export function brokenRules(
  definition: ResourceType | undefined,
  given: WireObject,
): { rule: InputRule; error: AwsError }[] {
  const revealed = revealSecrets(given);
  const inputs = isWireObject(revealed) ? revealed : {};
  return (definition?.rules ?? []).flatMap((rule) => {
    const value = inputs[rule.property];
    if (value === undefined || value === null || isUnknown(value) || rule.holds(value, inputs)) return [];
    const shown = JSON.stringify(maskSecrets(given[rule.property] ?? null));
    return [{ rule, error: new AwsError(rule.code, `${rule.property} is ${shown}; it ${rule.requires}`) }];
  });
}

/** The inputs of every existing resource of a type. */
export function existing(world: World, type: string): readonly { id: string; attributes: WireObject }[] {
  return world.resources.filter((resource) => resource.type === type);
}

/** Refuses a second resource of a type with the same values of some properties. */
export function unique(properties: readonly string[], code: string): (created: Created) => void {
  return ({ world, type, inputs, settings }) => {
    const taken = existing(world, type).find(
      ({ attributes }) =>
        properties.every((property) => attributes[property] === inputs[property]) &&
        (attributes.region === undefined || attributes.region === settings.region),
    );
    if (taken === undefined) return;
    const values = properties
      .map((property) => `${property} ${JSON.stringify(inputs[property])}`)
      .join(" and ");
    throw new AwsError(code, `there is already ${taken.id} with ${values}; these must be unique`);
  };
}
