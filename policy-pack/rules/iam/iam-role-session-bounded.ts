import { ROLES } from "../../aws/identity-policies";
import { defineControl } from "../../registry/control";
import { all, present, within } from "../../shapes/property";

interface Parameters {
  readonly longestSeconds: number;
  readonly requireBoundary: boolean;
}

/** The session that AWS gives where the role says nothing. */
const AWS_SECONDS = 3600;

export const control = defineControl<Parameters>({
  id: "IAM-25",
  name: "iam-role-session-bounded",
  title: "Sessions of a role are short, and its rights are bounded where that is asked for",
  why: "Stolen credentials of a session work until it ends.",
  fix: "Leave maxSessionDuration out or shorten it; set permissionsBoundary where the control asks for it.",
  severity: "low",
  enforcement: "advisory",
  types: ROLES,
  parameters: {
    longestSeconds: {
      ...{ type: "integer", minimum: 3600, maximum: 43200, default: AWS_SECONDS },
      description: "Longest session, in seconds.",
    },
    requireBoundary: {
      type: "boolean",
      default: false,
      description: "Ask every role for a permissions boundary.",
    },
  },
  resource: (subject, { parameters: { longestSeconds, requireBoundary } }) => {
    const session = within("maxSessionDuration", { most: longestSeconds }, AWS_SECONDS);
    return all(...(requireBoundary ? [session, present("permissionsBoundary")] : [session]))(subject);
  },
  references: {
    nist80053: ["AC-6", "AC-12"],
    wellArchitected: ["SEC02-BP02"],
    pulumi: ["PB:iam-role-session-duration"],
  },
});
