import * as generated from "./sdk-types.json";

/** What is generated from the pinned @pulumi/aws by `tools/generate.ts`. */
export interface SdkTypes {
  /** Version of @pulumi/aws that it was read from. */
  readonly sdk: string;
  /** Tokens that mean the same AWS resource: former names, and modules that exist twice. */
  readonly families: readonly (readonly string[])[];
  /** Types that take tags. */
  readonly taggable: readonly string[];
}

/** Token of the provider resource. */
export const PROVIDER = "pulumi:providers:aws";

/** Token of a stack's root. */
export const STACK = "pulumi:pulumi:Stack";

const sdk: SdkTypes = generated;
const taggable: ReadonlySet<string> = new Set(sdk.taggable);

/**
 * The type tokens for names such as `ec2/vpc:Vpc`, each followed by every other token for the same AWS resource.
 */
export function tokens(...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const token = `aws:${name}`;
    const family = sdk.families.find((members) => members.includes(token)) ?? [];
    return [token, ...family.filter((member) => member !== token)];
  });
}

/** Whether a type takes tags. A type that this SDK does not know does, where the provider worked tags out for it. */
export function isTaggable(type: string, hasTagsAll: boolean): boolean {
  return taggable.has(type) || (hasTagsAll && type.startsWith("aws:"));
}
