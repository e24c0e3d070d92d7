import { SimulatedAws } from "../../simulator";
import type { WireObject } from "../../simulator/wire";

/** Provider of every resource that tests make. */
export const settings = {
  region: "eu-west-1",
  accountId: "123456789012",
  defaultTags: {},
  allowedAccountIds: [],
};

/** What has been made. */
export interface Made {
  readonly id: string;
  readonly outputs: WireObject;
}

/** Makes one resource as a provider does: what its check refuses is refused, and is not created. */
export async function make(aws: SimulatedAws, type: string, inputs: WireObject, name = "it"): Promise<Made> {
  const request = { urn: `urn:pulumi:dev::lab::${type}::${name}`, type, settings };
  const checked = aws.check({ ...request, inputs });
  const [failure] = checked.failures;
  if (failure !== undefined) throw new Error(failure.reason);
  return aws.create({ ...request, inputs: checked.inputs, preview: false });
}

/** An account in which things are made one after another, each of its own name. */
export function account(aws = new SimulatedAws()): (type: string, inputs: WireObject) => Promise<Made> {
  let count = 0;
  return (type, inputs) => {
    count += 1;
    return make(aws, type, inputs, `thing-${count}`);
  };
}

/** The same, with a word for each type that a test makes much of. */
export function accountOf<Word extends string>(
  types: Readonly<Record<Word, string>>,
): (word: Word, inputs: WireObject) => Promise<Made> {
  const made = account();
  return (word, inputs) => made(types[word], inputs);
}
