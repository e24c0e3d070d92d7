import { AwsError } from "../aws-error";
import {
  choiceRule,
  prefixedId,
  regionalArn,
  textOf,
  textRule,
  unique,
  type InputRule,
  type Reference,
  type ResourceTypes,
} from "./definition";
import { ABOUT_VPC } from "./references";

/** Source: Route 53 Resolver API, pattern of `Name`. */
const RESOLVER_NAME: InputRule = textRule({
  property: "name",
  code: "ValidationException",
  pattern: /^(?!^\d+$)[a-zA-Z0-9\-_' ]{1,64}$/,
  requires: "must be 1 to 64 letters, digits, spaces or -_', and not digits only",
});

const RULE_GROUP: Reference = {
  types: ["aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup"],
  missing: "ResourceNotFoundException",
};

const resolverArn = (kind: string): ReturnType<typeof regionalArn> =>
  regionalArn("route53resolver", ({ id }) => `${kind}/${id}`);

/** Query logs and the firewall of Route 53 Resolver. */
export const DNS_TYPES: ResourceTypes = {
  "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": {
    id: prefixedId("rqlc"),
    arn: resolverArn("resolver-query-log-config"),
    computed: ({ settings }) => ({ ownerId: settings.accountId, shareStatus: "NOT_SHARED" }),
    forceNew: ["destinationArn", "name"],
    rules: [RESOLVER_NAME],
    refuse: unique(["destinationArn"], "ResourceExistsException"),
  },
  "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation": {
    id: prefixedId("rqlca"),
    forceNew: ["resolverQueryLogConfigId", "resourceId"],
    references: {
      resolverQueryLogConfigId: {
        types: ["aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig"],
        missing: "ResourceNotFoundException",
        holds: "InvalidRequestException",
      },
      resourceId: { ...ABOUT_VPC, missing: "InvalidParameterException" },
    },
    refuse: unique(["resolverQueryLogConfigId", "resourceId"], "ResourceExistsException"),
  },
  "aws:route53/resolverFirewallConfig:ResolverFirewallConfig": {
    id: prefixedId("rslvr-fc"),
    computed: ({ settings }) => ({ firewallFailOpen: "DISABLED", ownerId: settings.accountId }),
    forceNew: ["resourceId"],
    references: { resourceId: { ...ABOUT_VPC, missing: "ResourceNotFoundException" } },
    rules: [
      choiceRule("firewallFailOpen", "ValidationException", [
        "ENABLED",
        "DISABLED",
        "USE_LOCAL_RESOURCE_SETTING",
      ]),
    ],
  },
  "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList": {
    id: prefixedId("rslvr-fdl"),
    arn: resolverArn("firewall-domain-list"),
    forceNew: ["name"],
    rules: [RESOLVER_NAME],
  },
  "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup": {
    id: prefixedId("rslvr-frg"),
    arn: resolverArn("firewall-rule-group"),
    computed: ({ settings }) => ({ ownerId: settings.accountId, shareStatus: "NOT_SHARED" }),
    forceNew: ["name"],
    rules: [RESOLVER_NAME],
  },
  "aws:route53/resolverFirewallRule:ResolverFirewallRule": {
    id: (creation) => {
      const { firewallRuleGroupId, firewallDomainListId } = creation.inputs;
      return `${textOf(firewallRuleGroupId)}:${textOf(firewallDomainListId) || prefixedId("rslvr-ftp")(creation)}`;
    },
    defaults: { firewallDomainRedirectionAction: "INSPECT_REDIRECTION_DOMAIN" },
    computed: () => ({ firewallThreatProtectionId: "" }),
    forceNew: ["dnsThreatProtection", "firewallDomainListId", "firewallRuleGroupId", "qType"],
    references: { firewallRuleGroupId: { ...RULE_GROUP, holds: "ConflictException" } },
    rules: [RESOLVER_NAME, choiceRule("action", "ValidationException", ["ALLOW", "BLOCK", "ALERT"])],
    refuse: unique(["firewallRuleGroupId", "priority"], "ValidationException"),
  },
  "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation": {
    id: prefixedId("rslvr-frgassoc"),
    arn: resolverArn("firewall-rule-group-association"),
    computed: () => ({ mutationProtection: "DISABLED" }),
    forceNew: ["firewallRuleGroupId", "vpcId"],
    references: {
      firewallRuleGroupId: { ...RULE_GROUP, holds: "ConflictException" },
      vpcId: { ...ABOUT_VPC, missing: "ResourceNotFoundException" },
    },
    rules: [
      RESOLVER_NAME,
      {
        property: "priority",
        code: "ValidationException",
        requires: "must be above 100 and below 9900",
        holds: (value) => typeof value === "number" && value > 100 && value < 9900,
      },
    ],
    refuse: unique(["vpcId", "priority"], "ConflictException"),
    refuseDeletion: ({ mutationProtection, name }) => {
      if (mutationProtection !== "ENABLED") return;
      throw new AwsError(
        "ConflictException",
        `${textOf(name)} is protected; disable mutation protection first`,
      );
    },
  },
};
