import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";
import { document } from "../../support/policy-documents";

const open = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
const vault = (policy: unknown) => ({ vault: aws("backup/vaultPolicy:VaultPolicy", { policy }) });
const inVpc = { vpcOptions: { subnetIds: [UNKNOWN] } };

fixtures("resource-policy-not-public", {
  pass: {
    "named principals": vault(document({ ...open, Principal: { AWS: "111122223333" } })),
    "everyone of an organisation": vault(
      document({ ...open, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
    ),
    "a denial of everyone": vault(document({ ...open, Effect: "Deny" })),
    "an unknown resource for a named principal": vault({
      Statement: { ...open, Principal: { AWS: "111122223333" }, Resource: UNKNOWN },
    }),
  },
  fail: {
    everyone: vault(document(open)),
    "an unknown resource for everyone": vault({ Statement: [{ ...open, Resource: UNKNOWN }] }),
  },
  unknown: {
    "an open policy of a search domain beside another in a VPC": {
      domain: aws("opensearch/domain:Domain", inVpc),
      policy: aws("opensearch/domainPolicy:DomainPolicy", {
        domainName: UNKNOWN,
        accessPolicies: document(open),
      }),
    },
    "a policy that is computed": vault(UNKNOWN),
    "an open policy of a domain that cannot be told": {
      policy: aws("opensearch/domainPolicy:DomainPolicy", {
        domainName: UNKNOWN,
        accessPolicies: document(open),
      }),
    },
  },
  unset: { "a vault without a policy": ["notApplicable", { vault: aws("glacier/vault:Vault") }] },
  alias: {
    "a policy of a private authority": {
      policy: aws("acmpca/policy:Policy", { resourceArn: "arn", policy: document(open) }),
    },
    "a search domain of the former name": {
      domain: aws("elasticsearch/domain:Domain", { accessPolicies: document(open) }),
    },
    "a policy of a search domain of the former name": {
      domain: aws("elasticsearch/domain:Domain"),
      policy: aws("elasticsearch/domainPolicy:DomainPolicy", {
        domainName: ref("domain"),
        accessPolicies: document(open),
      }),
    },

    "a search domain": { domain: aws("opensearch/domain:Domain", { accessPolicies: document(open) }) },
    "a policy of a search domain": {
      domain: aws("opensearch/domain:Domain"),
      policy: aws("opensearch/domainPolicy:DomainPolicy", {
        domainName: ref("domain"),
        accessPolicies: document(open),
      }),
    },
    "an archive": { vault: aws("glacier/vault:Vault", { accessPolicy: document(open) }) },
    packages: {
      domain: aws("codeartifact/domainPermissions:DomainPermissions", { policyDocument: document(open) }),
    },
    tables: {
      bucket: aws("s3tables/tableBucketPolicy:TableBucketPolicy", { resourcePolicy: document(open) }),
    },
  },
  notApplicable: {
    "a search domain in a VPC": {
      domain: aws("opensearch/domain:Domain", { ...inVpc, accessPolicies: document(open) }),
    },
    "a policy of a search domain in a VPC": {
      domain: aws("opensearch/domain:Domain", inVpc),
      policy: aws("opensearch/domainPolicy:DomainPolicy", {
        domainName: ref("domain"),
        accessPolicies: document(open),
      }),
    },
  },
});
