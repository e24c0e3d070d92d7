import { AwsError } from "../aws-error";
import { digest } from "../identity";
import { isUnknown, isWireList, isWireObject, type Wire, type WireObject } from "../wire";
import {
  choiceRule,
  existing,
  regionalArn,
  textOf,
  textRule,
  unique,
  madeUuid,
  type Created,
  type Creation,
  type Reference,
  type ResourceTypes,
} from "./definition";

const certificateArn = regionalArn("acm", (created) => `certificate/${madeUuid(created)}`);
const aclArn = regionalArn("wafv2", ({ id, inputs }) => {
  const place = inputs.scope === "CLOUDFRONT" ? "global" : "regional";
  return `${place}/webacl/${textOf(inputs.name)}/${id}`;
});

const OF_ACL: Reference = { types: ["aws:wafv2/webAcl:WebAcl"], missing: "WAFNonexistentItemException" };
const OF_CERTIFICATE: Reference = {
  types: ["aws:acm/certificate:Certificate"],
  missing: "ResourceNotFoundException",
};

/** What ACM asks to be published for each name of a certificate. */
function validationOptions({ inputs }: Created): { domainValidationOptions: Record<string, string>[] } {
  const others = isWireList(inputs.subjectAlternativeNames) ? inputs.subjectAlternativeNames.map(textOf) : [];
  const domains = [...new Set([textOf(inputs.domainName), ...others])].filter((domain) => domain !== "");
  return {
    domainValidationOptions: domains.map((domain) => ({
      domainName: domain,
      resourceRecordName: `_${digest(domain, 32)}.${domain.replace(/^\*\./, "")}.`,
      resourceRecordType: "CNAME",
      resourceRecordValue: `_${digest(`${domain} value`, 32)}.acm-validations.aws.`,
    })),
  };
}

/** What is not known yet may still do so. */
function namesWebAclLog(destination: Wire): boolean {
  return isUnknown(destination) || /[:/]aws-waf-logs-/.test(textOf(destination));
}

/** A record's id: the zone, the name and the type. */
const recordId = ({ inputs }: Creation): string =>
  [inputs.zoneId, inputs.name, inputs.type, inputs.setIdentifier].map(textOf).filter(Boolean).join("_");

/** Source: Route 53 API, ChangeResourceRecordSets: one of a kind, and of failovers one primary and one secondary. */
function refuseRecord(created: Created): void {
  const { inputs, type, world } = created;
  if (inputs.allowOverwrite === true) return;
  unique(["zoneId", "name", "type", "setIdentifier"], "InvalidChangeBatch")(created);
  const others = existing(world, type).filter(({ attributes }) =>
    ["zoneId", "name", "type"].every((property) => attributes[property] === inputs[property]),
  );
  const clash = others.find(
    ({ attributes }) =>
      (textOf(attributes.setIdentifier) === "") !== (textOf(inputs.setIdentifier) === "") ||
      (failoverType(inputs) !== "" && failoverType(attributes) === failoverType(inputs)),
  );
  if (clash === undefined) return;
  throw new AwsError(
    "InvalidChangeBatch",
    `${textOf(inputs.name)} cannot be made: there is ${clash.id}, which shares it with no such record`,
  );
}

function failoverType({ failoverRoutingPolicies }: WireObject): string {
  const [policy] = isWireList(failoverRoutingPolicies) ? failoverRoutingPolicies : [];
  return isWireObject(policy) ? textOf(policy.type) : "";
}

/** Certificates, web ACLs and public DNS. */
export const EDGE_TYPES: ResourceTypes = {
  "aws:acm/certificate:Certificate": {
    id: (creation) => certificateArn({ ...creation, id: "" }),
    arn: certificateArn,
    computed: (created) => ({
      ...validationOptions(created),
      keyAlgorithm: "RSA_2048",
      notAfter: "",
      notBefore: "",
      pendingRenewal: false,
      renewalEligibility: "INELIGIBLE",
      renewalSummaries: [],
      status: "PENDING_VALIDATION",
      subjectAlternativeNames: [textOf(created.inputs.domainName)],
      type: "AMAZON_ISSUED",
      validationEmails: [],
    }),
    forceNew: ["domainName", "keyAlgorithm", "subjectAlternativeNames", "validationMethod"],
    rules: [
      textRule({
        property: "domainName",
        code: "ValidationException",
        pattern: /^(\*\.)?(((?!-)[A-Za-z0-9-]{0,62}[A-Za-z0-9])\.)+((?!-)[A-Za-z0-9-]{1,62}[A-Za-z0-9])$/,
        requires: "must be a domain name",
      }),
      choiceRule("validationMethod", "ValidationException", ["DNS", "EMAIL", "HTTP", "NONE"]),
    ],
  },
  "aws:acm/certificateValidation:CertificateValidation": {
    id: (creation) => `${madeUuid(creation)} validated`,
    forceNew: ["certificateArn", "validationRecordFqdns"],
    references: { certificateArn: OF_CERTIFICATE },
  },
  "aws:route53/record:Record": {
    id: recordId,
    computed: ({ inputs }) => ({ fqdn: textOf(inputs.name).replace(/\.$/, "") }),
    forceNew: ["zoneId"],
    rules: [
      choiceRule("type", "InvalidInput", [
        ..."A AAAA CAA CNAME DS HTTPS MX NAPTR NS PTR SOA SPF SRV SSHFP SVCB TLSA TXT".split(" "),
      ]),
    ],
    refuse: refuseRecord,
  },
  "aws:wafv2/webAcl:WebAcl": {
    id: madeUuid,
    arn: aclArn,
    computed: ({ inputs }) => ({
      applicationIntegrationUrl: "",
      capacity: isWireList(inputs.rules) ? inputs.rules.length * 100 : 0,
      lockToken: "",
    }),
    forceNew: ["name", "namePrefix", "scope"],
    rules: [
      choiceRule("scope", "WAFInvalidParameterException", ["REGIONAL", "CLOUDFRONT"]),
      textRule({
        property: "name",
        code: "WAFInvalidParameterException",
        pattern: /^[\w-]{1,128}$/,
        requires: "must be 1 to 128 letters, digits, hyphens or underscores",
      }),
    ],
    refuse: unique(["name", "scope"], "WAFDuplicateItemException"),
  },
  "aws:wafv2/webAclAssociation:WebAclAssociation": {
    id: ({ inputs }) => `${textOf(inputs.webAclArn)},${textOf(inputs.resourceArn)}`,
    forceNew: ["resourceArn", "webAclArn"],
    references: { webAclArn: { ...OF_ACL, holds: "WAFAssociatedItemException" } },
    refuse: unique(["resourceArn"], "WAFDuplicateItemException"),
  },
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": {
    id: ({ inputs }) => textOf(inputs.resourceArn),
    forceNew: ["resourceArn"],
    references: { resourceArn: OF_ACL },
    rules: [
      {
        property: "logDestinationConfigs",
        code: "WAFInvalidParameterException",
        requires: "must name one destination whose name begins with aws-waf-logs-",
        holds: (value) => isWireList(value) && value.length === 1 && value.every(namesWebAclLog),
      },
    ],
    refuse: unique(["resourceArn"], "WAFDuplicateItemException"),
  },
};
