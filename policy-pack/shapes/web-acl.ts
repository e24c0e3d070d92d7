import { tokens } from "../aws/tokens";
import { blocksKnownBadInputs, rulesOf, WEB_ACL_ASSOCIATIONS, WEB_ACLS } from "../aws/web-acl";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../verdict/outcome";
import { text } from "../verdict/text";

const OF_EITHER_GENERATION = [
  ...WEB_ACL_ASSOCIATIONS,
  ...tokens("wafregional/webAclAssociation:WebAclAssociation"),
];

/** A web ACL stands in front of a resource. */
export function hasWebAcl(stack: StackIndex, owner: StackResource): Outcome {
  if (stack.referrers(owner, "resourceArn", OF_EITHER_GENERATION).length > 0) return pass;
  const open = stack.openReferrer(owner, "resourceArn", OF_EITHER_GENERATION);
  return open
    ? undetermined("", open.urn)
    : fail("", text`no WebAclAssociation puts a web ACL in front of it; required: one.`);
}

/** A web ACL blocks requests with known bad inputs. */
export function aclBlocksBadInputs(stack: StackIndex, acl: StackResource): Outcome {
  const { rules, open } = rulesOf(stack, acl);
  const answers = rules.map(blocksKnownBadInputs);
  if (answers.includes(true)) return pass;
  const unknown = open ?? rules[answers.indexOf(undefined)];
  return unknown
    ? undetermined(unknown)
    : fail("rules", text`no rule blocks with AWSManagedRulesKnownBadInputsRuleSet; required: that group.`);
}

/** The web ACL in front of a resource blocks requests with known bad inputs. */
export function guardBlocksBadInputs(stack: StackIndex, owner: StackResource): Outcome {
  const [association] = stack.referrers(owner, "resourceArn", WEB_ACL_ASSOCIATIONS);
  if (!association) {
    const open = stack.openReferrer(owner, "resourceArn", WEB_ACL_ASSOCIATIONS);
    return open ? undetermined("", open.urn) : notApplicable("No web ACL stands in front of it");
  }
  const [acl] = stack.targets(association, "webAclArn", WEB_ACLS).found;
  if (!acl) return undetermined("", association.urn);
  const { verdict } = aclBlocksBadInputs(stack, acl);
  if (verdict === "undetermined") return undetermined("", acl.urn);
  return verdict === "pass"
    ? pass
    : fail(
        "",
        text`its web ACL does not block with AWSManagedRulesKnownBadInputsRuleSet; required: that group.`,
      );
}
