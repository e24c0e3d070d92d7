import { type Grant, grantsOf, PERMISSIONS } from "../aws/bucket-acl";
import type { Subject } from "../registry/control";
import { fail, type Judgement, pass, undetermined } from "../verdict/outcome";
import { setting, text, word } from "../verdict/text";

/** An access control list gives none of the refused permissions; one finding for each that it gives. */
export function noGrant(refuses: (grant: Grant) => boolean): (subject: Subject) => Judgement {
  return ({ props }) => {
    const { grants, open } = grantsOf(props);
    const refused = grants.filter(refuses);
    if (refused.length > 0)
      return refused.map(({ place, group, permission }) =>
        fail(place, text`the ACL gives ${word(permission, PERMISSIONS)} to ${setting(group)}.`, permission),
      );
    return open ? undetermined(open) : pass;
  };
}
