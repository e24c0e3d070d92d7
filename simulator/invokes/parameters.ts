import { AwsError } from "../aws-error";
import { digest } from "../identity";
import { existing, textOf } from "../resource-types/definition";
import type { WireObject } from "../wire";
import type { Answerer, Call } from "./definition";

/** Public parameters with ids of images, which AWS owns. */
const PUBLIC_IMAGE = /^\/aws\/service\/[\w./-]*ami[\w./-]*$/;

/** The newest image never changes here: it would differ between two runs of a program that did not change. */
function publicImage(name: string, { settings }: Call): WireObject {
  return {
    arn: `arn:aws:ssm:${settings.region}::parameter${name}`,
    insecureValue: `ami-0${digest(`${settings.region}${name}`, 16)}`,
  };
}

function ownParameter(name: string, { world }: Call): WireObject {
  const found = existing(world, "aws:ssm/parameter:Parameter").find(({ id }) => id === name);
  if (found === undefined) throw new AwsError("ParameterNotFound", `${name} does not exist`);
  const { arn, insecureValue, value, type, version } = found.attributes;
  return {
    arn: textOf(arn),
    insecureValue: textOf(insecureValue) || textOf(value),
    type: textOf(type),
    version: Number(version),
  };
}

function parameter(call: Call): WireObject {
  const name = textOf(call.args.name);
  const found = PUBLIC_IMAGE.test(name) ? publicImage(name, call) : ownParameter(name, call);
  return {
    id: name,
    name,
    region: call.settings.region,
    type: "String",
    version: 1,
    value: found.insecureValue ?? "",
    ...found,
  };
}

/** Functions about parameters of Systems Manager. */
export const PARAMETER_FUNCTIONS: Readonly<Record<string, Answerer>> = {
  "aws:ssm/getParameter": parameter,
};
