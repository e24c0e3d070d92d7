import { aws, type Fixtures, UNKNOWN } from "./fixtures";

/** Fixtures of a control that wants session tokens of the metadata service. */
export function tokenFixtures(type: string): Fixtures {
  const machine = (metadataOptions: unknown) => ({ machine: aws(type, { metadataOptions }) });
  const defaults = (httpTokens: string) =>
    aws("ec2/instanceMetadataDefaults:InstanceMetadataDefaults", { httpTokens });
  const unset = { machine: aws(type) };
  return {
    pass: {
      "one that requires tokens": machine({ httpTokens: "required" }),
      "one without a metadata service": machine({ httpEndpoint: "disabled" }),
      "one that leaves it to a default that requires tokens": { ...unset, defaults: defaults("required") },
    },
    fail: {
      "one that takes requests without tokens": machine({ httpEndpoint: "enabled", httpTokens: "optional" }),
      "one that overrides the default": {
        ...machine({ httpTokens: "optional" }),
        defaults: defaults("required"),
      },
      "one that leaves it to a default that does not": { ...unset, defaults: defaults("optional") },
    },
    unknown: {
      "one whose tokens are computed": machine({ httpTokens: UNKNOWN }),
      "one whose options are computed": machine(UNKNOWN),
      "one whose service may be off": machine({ httpEndpoint: UNKNOWN, httpTokens: "optional" }),
    },
    unset: { "one that leaves it out": ["fail", unset] },
    alias: { none: "one token" },
  };
}
