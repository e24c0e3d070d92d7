import { Secret } from "@pulumi/policy";
import { asset } from "@pulumi/pulumi";

/** Values of a resource's inputs as the SDK holds them: unknown ones as sentinels, secret ones wrapped. */
export type RawProps = Readonly<Record<string, unknown>>;

/**
 * The inputs behind the proxies that the SDK hands to a remediation. Whoever changes a part of them has to hand back the rest as
 * it is; through the proxies, unknown values could not be read and secrets would lose their wrapping.
 */
export function rawProps(props: RawProps): RawProps {
  const descriptors = Object.entries(Object.getOwnPropertyDescriptors(props));
  return Object.fromEntries(descriptors.map(([key, { value }]) => [key, value as unknown]));
}

/** The same value without the wrapping of secrets, for reading. */
export function revealed(value: unknown): unknown {
  if (value instanceof Secret) return revealed(value.value as unknown);
  if (Array.isArray(value)) return value.map(revealed);
  if (typeof value !== "object" || value === null || holdsFiles(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revealed(inner)]));
}

/** A value without its wrapping as a secret, and the way to wrap another as it was. */
export function unwrapped(value: unknown): {
  readonly value: unknown;
  readonly wrap: (other: unknown) => unknown;
} {
  if (!(value instanceof Secret)) return { value, wrap: (other) => other };
  return { value: value.value as unknown, wrap: (other) => new Secret(other) };
}

/** Whether there is an asset or archive anywhere inside: the SDK loses what is in an archive when inputs are handed back. */
export function holdsFiles(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return (
    asset.Asset.isInstance(value) || asset.Archive.isInstance(value) || Object.values(value).some(holdsFiles)
  );
}
