import { accountRoles } from "../../core/account-roles";
import type { Runbook } from "../runbook";
import {
  api,
  approve,
  call,
  choose,
  insist,
  listOutput,
  type Step,
  textOutput,
  unlessDryRun,
  wait,
} from "../step";
import { reviewed } from "./parameters";
import { compareQuota, presentMoment } from "./scripts";

/** Policy that refuses everything to sessions that began before a moment. */
const withoutOldSessions =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*",' +
  '"Condition":{"DateLessThan":{"aws:TokenIssueTime":"{{ now.Moment }}"}}}]}';

const now: Step = {
  kind: "script",
  name: "now",
  says: "Take the moment, as policies have it",
  source: presentMoment,
  inputs: {},
  outputs: [textOutput("Moment", "$.Payload.Moment")],
  calls: [],
};

const recentEvents = (attribute: string, value: string) => ({
  inputs: { LookupAttributes: [{ AttributeKey: attribute, AttributeValue: value }], MaxResults: 50 },
  outputs: [listOutput("Events", "$.Events..EventName")],
});

const theCertificate = { CertificateArn: "{{ Certificate }}" };

const theAuthority = { CertificateAuthorityArn: "{{ Authority }}" };

/** Runbooks of credentials, certificates and limits. */
export const accessRunbooks: readonly Runbook[] = [
  {
    id: "revoke-exposed-key",
    title: "Revoke an exposed key",
    purpose:
      "Make an access key useless that somebody else may have read, end what was begun with it, and see what it did",
    ...{ runner: "security", escalation: "platform-owner", safe: false, dryRun: true },
    triggers: [{ kind: "alarm" }],
    parameters: {
      User: { type: "String", says: "User that the key belongs to", pattern: "^[A-Za-z0-9+=,.@_-]{1,64}$" },
      AccessKey: { type: "String", says: "Access key, by its id", pattern: "^AKIA[A-Z0-9]{12,124}$" },
    },
    steps: [
      call("lookAtKeys", "See the keys of the user", "iam.ListAccessKeys", {
        inputs: { UserName: "{{ User }}" },
        outputs: [listOutput("Keys", "$.AccessKeyMetadata..AccessKeyId")],
      }),
      call("lookAtUse", "See what the key did last", "cloudtrail.LookupEvents", {
        ...recentEvents("AccessKeyId", "{{ AccessKey }}"),
      }),
      ...unlessDryRun("disable"),
      call("disable", "Disable the key; it can be enabled again", "iam.UpdateAccessKey", {
        inputs: { UserName: "{{ User }}", AccessKeyId: "{{ AccessKey }}", Status: "Inactive" },
      }),
      // A policy of AWS's own: no right of a runbook can give a user anything.
      call(
        "refuseAll",
        "Refuse everything to the user, sessions that began with the key included",
        "iam.AttachUserPolicy",
        {
          inputs: {
            UserName: "{{ User }}",
            PolicyArn: "arn:<partition>:iam::aws:policy/AWSDenyAll",
          },
        },
      ),
    ],
    expected:
      "Neither the key nor any session begun with it opens anything, nor does the user at all until AWSDenyAll is detached; the key's last uses are listed, to be gone through",
    lastChanged: reviewed,
  },
  {
    id: "break-glass",
    title: "Use of break-glass access, and its closure",
    purpose:
      "Record why the emergency role is used, with a second person's consent, and afterwards end every session and list what was done",
    ...{ runner: "security", escalation: "platform-owner", safe: false, dryRun: true },
    triggers: [
      { kind: "alarm" },
      { kind: "occasion", when: "Ordinary access does not suffice to end an outage, or has ended it" },
    ],
    parameters: {
      Action: { type: "String", says: "Whether use begins or ends", allowed: ["begin", "close"] },
      Role: {
        type: "String",
        says: "Emergency role, by its name",
        default: accountRoles.breakGlass,
        allowed: [accountRoles.breakGlass],
      },
      Reason: {
        type: "String",
        says: "Why, with the number of the incident",
        pattern: "^[A-Za-z0-9 .,:;#/_-]{10,500}$",
      },
    },
    steps: [
      call("lookAtRole", "See whether the role is there, and when it was used", "iam.GetRole", {
        inputs: { RoleName: "{{ Role }}" },
        outputs: [textOutput("Arn", "$.Role.Arn")],
      }),
      ...unlessDryRun("whichWay"),
      choose("whichWay", "Begin or close", "{{ Action }}", {
        when: { begin: "approve" },
        otherwise: "now",
      }),
      approve("The emergency role is about to be used"),
      call("record", "Record the use", "ssm.CreateOpsItem", {
        inputs: {
          Title: "<environment>: break-glass use of {{ Role }}",
          Description: "{{ Reason }}",
          Source: "runbook",
          Category: "Security",
          Priority: 1,
        },
        outputs: [textOutput("Item", "$.OpsItemId")],
        end: true,
      }),
      now,
      call("endSessions", "Refuse sessions that began before now", "iam.PutRolePolicy", {
        inputs: {
          RoleName: "{{ Role }}",
          PolicyName: "refuse-sessions-before-closure",
          PolicyDocument: withoutOldSessions,
        },
      }),
      call("listActs", "List what was done in the role", "cloudtrail.LookupEvents", {
        ...recentEvents("ResourceName", "{{ Role }}"),
      }),
      call("recordClosure", "Record the closure", "ssm.CreateOpsItem", {
        inputs: {
          Title: "<environment>: break-glass use of {{ Role }} is closed, and is to be reviewed",
          Description: "{{ Reason }}",
          Source: "runbook",
          Category: "Security",
          Priority: 2,
        },
        outputs: [textOutput("Item", "$.OpsItemId")],
      }),
    ],
    expected: "Every use of the role has a reason, a second person and an end, and a record of each",
    lastChanged: reviewed,
  },
  {
    id: "renew-certificate",
    title: "Renew a certificate",
    purpose: "Renew a certificate that does not renew by itself, or show why it does not",
    ...{ runner: "on-call", escalation: "platform-owner", safe: false, dryRun: true },
    triggers: [{ kind: "alarm" }],
    parameters: {
      Certificate: {
        type: "String",
        says: "Certificate, by its ARN: dimension CertificateArn of its alarm",
        pattern: "^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[0-9a-f-]+$",
      },
    },
    steps: [
      call(
        "lookAtCertificate",
        "See its state, and the records that prove the domain",
        "acm.DescribeCertificate",
        {
          inputs: theCertificate,
          outputs: [
            textOutput("Status", "$.Certificate.Status"),
            textOutput("Eligible", "$.Certificate.RenewalEligibility"),
            listOutput("Proofs", "$.Certificate.DomainValidationOptions..Name"),
          ],
        },
      ),
      ...unlessDryRun("checkEligible"),
      insist(
        "checkEligible",
        "Make sure that AWS can renew it: it is in use, and was not imported",
        "acm.DescribeCertificate",
        {
          inputs: theCertificate,
          ...{ selector: "$.Certificate.RenewalEligibility", wanted: ["ELIGIBLE"] },
        },
      ),
      call("renew", "Begin the renewal", "acm.RenewCertificate", { inputs: theCertificate }),
      wait("waitForRenewal", "Wait until it is renewed", "acm.DescribeCertificate", {
        inputs: theCertificate,
        ...{ selector: "$.Certificate.RenewalSummary.RenewalStatus", wanted: ["SUCCESS"], seconds: 4 * 3600 },
      }),
    ],
    expected:
      "The certificate ends a year later; where it is not eligible, put the records that are shown back into the zone",
    lastChanged: reviewed,
  },
  {
    id: "repair-authority",
    title: "Have a certificate authority issue again",
    purpose:
      "Bring back a private certificate authority that was deleted or switched off, or show what keeps it from issuing",
    ...{ runner: "on-call", escalation: "platform-owner", safe: false, dryRun: true },
    triggers: [{ kind: "alarm" }],
    parameters: {
      Authority: {
        type: "String",
        says: "Certificate authority, by its ARN: dimension PrivateCAArn of its alarm",
        pattern: "^arn:aws[a-z-]*:acm-pca:[a-z0-9-]+:[0-9]{12}:certificate-authority/[0-9a-f-]+$",
      },
    },
    steps: [
      call(
        "lookAtAuthority",
        "See its state, and when its own certificate ends",
        "acm-pca.DescribeCertificateAuthority",
        {
          inputs: theAuthority,
          outputs: [
            textOutput("Status", "$.CertificateAuthority.Status"),
            textOutput("Ends", "$.CertificateAuthority.NotAfter"),
          ],
        },
      ),
      ...unlessDryRun("whatItNeeds"),
      choose("whatItNeeds", "Go on by its state", "{{ lookAtAuthority.Status }}", {
        when: { ACTIVE: "checkActive", DELETED: "restore" },
        otherwise: "switchOn",
      }),
      call(
        "restore",
        "Bring it back, which AWS allows for 30 days; it is then as it was before it was deleted: switched off",
        "acm-pca.RestoreCertificateAuthority",
        { inputs: theAuthority },
      ),
      call("switchOn", "Switch it on", "acm-pca.UpdateCertificateAuthority", {
        inputs: { ...theAuthority, Status: "ACTIVE" },
      }),
      insist("checkActive", "Make sure that it can issue", "acm-pca.DescribeCertificateAuthority", {
        inputs: theAuthority,
        ...{ selector: "$.CertificateAuthority.Status", wanted: ["ACTIVE"] },
      }),
    ],
    expected:
      "It can issue, and ECS asks again by itself; where its own certificate has ended, or ends within a week, decision 9 says how it gets a new one; where neither is so, ECS has lost its rights",
    lastChanged: reviewed,
  },
  {
    id: "raise-quota",
    title: "Raise a quota",
    purpose: "Ask AWS for more of what is running out, never for less",
    ...{ runner: "platform-owner", escalation: "platform-owner", safe: false, dryRun: true },
    triggers: [{ kind: "alarm" }],
    parameters: {
      Service: {
        type: "String",
        says: "Service, by its code, such as vpc",
        pattern: "^[a-zA-Z][a-zA-Z0-9-]{1,62}$",
      },
      Quota: { type: "String", says: "Quota, by its code, such as L-F678F1CE", pattern: "^L-[0-9A-F]{8}$" },
      Wanted: { type: "Integer", says: "Value that is asked for; one that is not more than now is refused" },
    },
    steps: [
      insist("checkAdjustable", "Make sure that the quota can be raised", "service-quotas.GetServiceQuota", {
        inputs: { ServiceCode: "{{ Service }}", QuotaCode: "{{ Quota }}" },
        ...{ selector: "$.Quota.Adjustable", wanted: ["true", "True"] },
      }),
      {
        kind: "script",
        name: "lookAtQuota",
        says: "See what it is, and refuse to ask for no more than that",
        source: compareQuota,
        inputs: { service: "{{ Service }}", quota: "{{ Quota }}", wanted: "{{ Wanted }}" },
        outputs: [textOutput("Name", "$.Payload.Name"), textOutput("Value", "$.Payload.Value")],
        calls: [api("service-quotas.GetServiceQuota")],
      },
      ...unlessDryRun("ask"),
      call("ask", "Ask for more", "service-quotas.RequestServiceQuotaIncrease", {
        inputs: { ServiceCode: "{{ Service }}", QuotaCode: "{{ Quota }}", DesiredValue: "{{ Wanted }}" },
        outputs: [
          textOutput("Request", "$.RequestedQuota.Id"),
          textOutput("Status", "$.RequestedQuota.Status"),
        ],
      }),
    ],
    expected: "AWS has a request; it answers in minutes to days, and tells by an event",
    lastChanged: reviewed,
  },
];
