import type { Region } from "../core/region";
import type { Problem } from "../core/problem";

/**
 * Domain lists that AWS manages, in the order in which the firewall asks them: those that name a kind of threat before
 * the one that holds all, so that the query log says which kind it was.
 *
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-managed-domain-lists.html
 */
export const domainListNames = [
  "AWSManagedDomainsMalwareDomainList",
  "AWSManagedDomainsBotnetCommandandControl",
  "AWSManagedDomainsAmazonGuardDutyThreatList",
  "AWSManagedDomainsAggregateThreatList",
] as const;

/** Name of a domain list that AWS manages; see {@link domainListNames}. */
export type ManagedDomainListName = (typeof domainListNames)[number];

/** Ids of the domain lists that AWS manages, by their names. */
export type ManagedDomainLists = Readonly<Record<ManagedDomainListName, string>>;

const ids = (malware: string, botnet: string, guardDuty: string, aggregate: string): ManagedDomainLists => ({
  AWSManagedDomainsMalwareDomainList: `rslvr-fdl-${malware}`,
  AWSManagedDomainsBotnetCommandandControl: `rslvr-fdl-${botnet}`,
  AWSManagedDomainsAmazonGuardDutyThreatList: `rslvr-fdl-${guardDuty}`,
  AWSManagedDomainsAggregateThreatList: `rslvr-fdl-${aggregate}`,
});

/**
 * Ids by Region. They belong to AWS and are the same in every account of a Region, but the provider looks lists up by
 * id only, so they stand here.
 *
 * Source: `aws route53resolver list-firewall-domain-lists --region <region>`, as published by several accounts; AWS
 * refuses a rule whose list does not exist.
 */
const table: Partial<Readonly<Record<Region, ManagedDomainLists>>> = {
  "ap-northeast-1": ids("dc19e97bef3c454a", "1a63d8549cca46e6", "3ba9acb851c04c45", "103b4302c274455e"),
  "ap-northeast-2": ids("6301b5257e0c4210", "e8d1e969ad484741", "19615996f5c5490f", "1997a3cdd61a4f2a"),
  "ap-northeast-3": ids("7fc34ef9e9ea468b", "c708707d5d6e4359", "4bf13df37a441bc", "2e57899062984ed1"),
  "ap-south-1": ids("cb11fc50eaef4bad", "c6afb679f51946cd", "3d348983c03d44a1", "d1159fcdd6b942cf"),
  "ap-southeast-1": ids("cc92cf0f3482427c", "2ff056c2bf334345", "b1c1d04c32194010", "49099fd7fc3d4853"),
  "ap-southeast-2": ids("73ed798ec0d14b61", "eac509f599e640b6", "266fd908c38f42d5", "9be336ef32844e5"),
  "ca-central-1": ids("a81620624a514ced", "2ce5306fddeb4dfd", "181528f01d8f4134", "46d873be30464a06"),
  "eu-central-1": ids("d81c6f509bef4d49", "1e3b46ad48844225", "f5447e97782f4746", "54a2c1ef5b014042"),
  "eu-north-1": ids("19c22a22cc624ad7", "bd383ec1cede45cc", "9cfbbf8059454500", "17764a248c141e9"),
  "eu-west-1": ids("7aba603e4cc343fd", "fad18de921a64bfa", "2f416a2435da4ee6", "a88f2f26cc6a4296"),
  "eu-west-2": ids("4fc4edfc63854751", "3268f74d91fe418f", "876a86d96f294739", "4e96d4ce77f466b"),
  "eu-west-3": ids("31cbb811909748dc", "2d71f72512345cb", "66d3dfe2b4234c4e", "6002172db5fc4cab"),
  "sa-east-1": ids("83ca12c0855d49ab", "946e512cb7624fd5", "154a50443f004ad4", "5d3faeb3ed7a4492"),
  "us-east-1": ids("2c46f2ecbfec4dcc", "aa970e9eb1ca4777", "984dae9d8bac4e2b", "15f4860b1ad54ead"),
  "us-east-2": ids("19f9b4c730a14748", "3c30dcb4c50b4401", "996a2e1ce1314abb", "bbc798062d594728"),
  "us-west-1": ids("9d577f4576e54ab7", "1f6c57357d4d47c9", "1e9ab4960ee4f9a", "d2a6edeaa3b04a8a"),
  "us-west-2": ids("fe17696f22a445f6", "c80983a1f0284c99", "23584f0fb4c24ebb", "d252ee1944404e15"),
};

/** Ids of a Region's managed domain lists; nothing where they are not known here. */
export function managedDomainLists(region: Region): ManagedDomainLists | undefined {
  return table[region];
}

/** Says why a Region's managed domain lists cannot be found, or those given cannot be right. */
export function domainListProblems(
  region: Region,
  given: ManagedDomainLists | undefined,
): readonly Problem[] {
  if (given === undefined) {
    if (table[region] !== undefined) return [];
    const allowed =
      `ids by name, from \`aws route53resolver list-firewall-domain-lists --region ${region}\`; ` +
      `they are known for ${Object.keys(table).join(", ")}`;
    return [{ path: ["domainLists"], given: "nothing", allowed }];
  }
  return domainListNames
    .filter((name) => !/^rslvr-fdl-[0-9a-f]+$/.test(given[name]))
    .map((name) => ({
      path: ["domainLists", name],
      given: JSON.stringify(given[name]),
      allowed: 'an id: "rslvr-fdl-" and hexadecimal digits',
    }));
}
