import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { type Owned, owned, whereOwned } from "../../shapes/ownership";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const CONTACTS = tokens("account/alternativeContact:AlternativeContact");

export const control = defineControl<Owned>({
  id: "ACC-04",
  name: "security-contact",
  title: "The account has a security contact",
  why: "AWS writes to the contact when it sees a leaked key; without one it writes to the owner of the root user.",
  fix: "Add an aws.account.AlternativeContact with alternateContactType SECURITY.",
  severity: "medium",
  enforcement: "advisory",
  types: CONTACTS,
  parameters: owned("This stack owns the contacts of the account: the one for security must be there."),
  stack: whereOwned((stack) => {
    const contacts = stack.ofTypes(CONTACTS);
    const kinds = contacts.map(({ props }) => known(props.at("alternateContactType").string()));
    if (kinds.includes("SECURITY")) return [pass];
    const open = contacts[kinds.indexOf(undefined)];
    return [open ? undetermined("", open.urn) : fail("", text`the account has no contact for security.`)];
  }),
  references: {
    securityHub: ["Account.1"],
    cis3: ["1.2"],
    nist80053: ["CM-2", "IR-6"],
    wellArchitected: ["SEC01-BP02", "SEC10-BP01"],
    awsConfig: ["security-account-information-provided"],
    prowler: ["account_security_contact_information_is_registered"],
  },
});
