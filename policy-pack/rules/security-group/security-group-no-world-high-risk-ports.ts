import { SECURITY_GROUPS, SEPARATE_RULES } from "../../aws/security-group-rules";
import { defineControl } from "../../registry/control";
import { worldExposure } from "../../shapes/world-exposure";
import { text } from "../../verdict/text";

interface Parameters {
  readonly ports: readonly number[];
}

/** Security Hub's EC2.19, with the further ports that prowler knows; SSH and Remote Desktop have controls of their own. */
const HIGH_RISK = [
  20, 21, 23, 25, 88, 110, 135, 137, 138, 139, 143, 389, 445, 636, 1433, 1434, 1521, 2483, 2484, 3000, 3306,
  4333, 5000, 5432, 5500, 5601, 6379, 7000, 7199, 8080, 8088, 8888, 9042, 9092, 9160, 9200, 9300, 11211,
  27017, 27018,
];

export const control = defineControl<Parameters>({
  id: "SG-03",
  name: "security-group-no-world-high-risk-ports",
  title: "Security groups do not open high-risk ports to the internet",
  why: "Databases, caches, mail and file shares on these ports are attacked within minutes of being seen.",
  fix: "Admit only the security groups or ranges that use the service.",
  severity: "critical",
  enforcement: "mandatory",
  types: [...SECURITY_GROUPS, ...SEPARATE_RULES],
  parameters: {
    ports: {
      type: "array",
      items: { type: "integer", minimum: 0, maximum: 65535 },
      default: HIGH_RISK,
      description: "Ports that the internet must not reach, over TCP or UDP.",
    },
  },
  ...worldExposure<Parameters>({
    refuses: ({ first, last }, { ports }) => ports.some((port) => first <= port && port <= last),
    required: text`ports of high risk must not be`,
  }),
  references: {
    securityHub: ["EC2.19"],
    nist80053: ["AC-4", "AC-4(21)", "CA-9(1)", "CM-2", "CM-7", "SC-7", "SC-7(5)"],
    wellArchitected: ["SEC05-BP02"],
    cdkNag: ["EC2RestrictedCommonPorts"],
    awsConfig: ["restricted-common-ports", "vpc-sg-restricted-common-ports*", "restricted-incoming-traffic"],
    prowler: [
      "ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_cassandra_7199_9160_8888",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_elasticsearch_kibana_9200_9300_5601",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_ftp_20_21",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_kafka_9092",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_memcached_11211",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mongodb_27017_27018",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mysql_3306",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_oracle_1521_2483",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_postgres_5432",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_redis_6379",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_sql_server_1433_1434",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_telnet_23",
      "ec2_instance_port_cassandra_exposed_to_internet",
      "ec2_instance_port_cifs_exposed_to_internet",
      "ec2_instance_port_elasticsearch_kibana_exposed_to_internet",
      "ec2_instance_port_ftp_exposed_to_internet",
      "ec2_instance_port_kafka_exposed_to_internet",
      "ec2_instance_port_kerberos_exposed_to_internet",
      "ec2_instance_port_ldap_exposed_to_internet",
      "ec2_instance_port_memcached_exposed_to_internet",
      "ec2_instance_port_mongodb_exposed_to_internet",
      "ec2_instance_port_mysql_exposed_to_internet",
      "ec2_instance_port_oracle_exposed_to_internet",
      "ec2_instance_port_postgresql_exposed_to_internet",
      "ec2_instance_port_redis_exposed_to_internet",
      "ec2_instance_port_sqlserver_exposed_to_internet",
      "ec2_instance_port_telnet_exposed_to_internet",
    ],
  },
});
