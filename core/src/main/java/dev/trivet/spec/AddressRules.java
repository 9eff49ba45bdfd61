package dev.trivet.spec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which addresses the masters and the virtual IP may have, each by itself and together. */
final class AddressRules {

    private AddressRules() {}

    static void check(Draft draft, Findings findings) {
        checkVirtualIp(draft, findings);
        Map<IpAddress, String> owners = new HashMap<>();
        for (int i = 0; i < draft.masterAddresses.size(); i++) {
            checkMaster(draft, i, owners, findings);
        }
        for (int i = 0; i < draft.virtualAddresses.size(); i++) {
            var path = at("virtualIp.address", draft.virtualAddresses.size(), i);
            draft.virtualAddresses
                    .get(i)
                    .map(VirtualAddress::address)
                    .filter(owners::containsKey)
                    .ifPresent(address -> findings.add(
                            Rule.VIRTUAL_IP_FREE,
                            path,
                            address,
                            "is the address of " + owners.get(address) + "; choose one that no host has",
                            owners.get(address) + ".address"));
        }
    }

    private static void checkVirtualIp(Draft draft, Findings findings) {
        var written = draft.spec.virtualIp().addresses();
        if (written.isEmpty()) {
            findings.add(
                    Rule.REQUIRED,
                    "virtualIp.address",
                    "",
                    "is missing; give a free address of the masters' subnet with its prefix, such as 192.168.1.50/24");
        }
        for (int i = 0; i < written.size(); i++) {
            checkVirtualAddress(
                    draft.virtualAddresses.get(i),
                    written.get(i),
                    at("virtualIp.address", written.size(), i),
                    findings);
        }
        requireEachFamilyOnce(draft.families(), "virtualIp.address", written, findings);
    }

    private static void checkVirtualAddress(
            Optional<VirtualAddress> parsed, String written, String path, Findings findings) {
        if (parsed.isEmpty()) {
            findings.add(
                    Rule.ADDRESS_FORMAT,
                    path,
                    written,
                    Literals.address(written).isPresent()
                            ? "has no prefix; add the masters' subnet's, as in " + written
                                    + (written.contains(":") ? "/64" : "/24")
                            : "is no address with a prefix; write it as in 192.168.1.50/24 or fd00::50/64");
            return;
        }
        var virtual = parsed.get();
        if (!virtual.hasFittingPrefix()) {
            findings.add(
                    Rule.VIRTUAL_IP_PREFIX,
                    path,
                    written,
                    "has a prefix outside 1 to " + (virtual.address().bitCount() - 2)
                            + "; write the prefix of the masters' subnet");
        } else if (isKindOfHost(virtual.address(), path, written, findings)) {
            requireHost(virtual.address(), virtual.subnet(), path, findings);
        }
    }

    private static void checkMaster(Draft draft, int index, Map<IpAddress, String> owners, Findings findings) {
        var written = draft.spec.masters().get(index).addresses();
        var base = "masters[" + index + "].address";
        if (written.isEmpty()) {
            findings.add(Rule.REQUIRED, base, "", "is missing; give the host's address");
            return;
        }
        var parsed = draft.masterAddresses.get(index);
        for (int i = 0; i < written.size(); i++) {
            var path = at(base, written.size(), i);
            if (parsed.get(i).isEmpty()) {
                findings.add(
                        Rule.ADDRESS_FORMAT,
                        path,
                        written.get(i),
                        written.get(i).contains("/")
                                ? "has a prefix; write the address alone, the virtual IP has the prefix"
                                : "is no address; write it as in 192.168.1.141 or fd00::141");
            } else {
                checkMasterAddress(parsed.get(i).get(), path, draft, owners, findings);
            }
        }
        if (parsed.stream().allMatch(Optional::isPresent)) {
            checkFamilies(
                    index,
                    parsed.stream()
                            .map(address -> address.orElseThrow().family())
                            .toList(),
                    draft,
                    findings);
        }
    }

    private static void checkMasterAddress(
            IpAddress address, String path, Draft draft, Map<IpAddress, String> owners, Findings findings) {
        var owner = owners.putIfAbsent(address, path.substring(0, path.indexOf('.')));
        if (owner != null) {
            findings.add(
                    Rule.ADDRESS_UNIQUE,
                    path,
                    address,
                    "is the address of " + owner + " too; give each host its own",
                    owner + ".address");
        }
        if (!isKindOfHost(address, path, address.toString(), findings)) {
            return;
        }
        for (Subnet subnet : draft.nodeSubnets()) {
            if (subnet.family() == address.family() && !subnet.contains(address)) {
                findings.add(
                        Rule.ADDRESS_IN_SUBNET,
                        path,
                        address,
                        "lies outside the virtual IP's subnet " + subnet
                                + "; give an address inside, or mend virtualIp.address");
            } else if (subnet.family() == address.family()) {
                requireHost(address, subnet, path, findings);
            }
        }
    }

    private static void checkFamilies(int index, List<AddressFamily> families, Draft draft, Findings findings) {
        var path = "masters[" + index + "].address";
        if (requireEachFamilyOnce(families, path, families, findings)
                && draft.hasSoundVirtualIp()
                && !families.equals(draft.families())) {
            findings.add(
                    Rule.ADDRESS_FAMILIES_AGREE,
                    path,
                    String.join(", ", draft.spec.masters().get(index).addresses()),
                    "has the families " + families + ", the virtual IP " + draft.families()
                            + "; give an address of each, in this order");
        }
    }

    private static boolean requireEachFamilyOnce(
            List<AddressFamily> families, String path, Object actual, Findings findings) {
        boolean once = families.stream().distinct().count() == families.size();
        if (!once) {
            findings.add(
                    Rule.ADDRESS_FAMILY_ONCE,
                    path,
                    actual,
                    "has two addresses of one family; give one IPv4 address, one IPv6 address or one of each");
        }
        return once;
    }

    private static boolean isKindOfHost(IpAddress address, String path, String written, Findings findings) {
        var special = SpecialRange.around(address);
        special.ifPresent(range -> findings.add(
                Rule.ADDRESS_KIND, path, written, "is in " + range + "; give one that other hosts can reach"));
        return special.isEmpty();
    }

    private static void requireHost(IpAddress address, Subnet subnet, String path, Findings findings) {
        if (!subnet.isHost(address)) {
            findings.add(
                    Rule.ADDRESS_OF_A_HOST,
                    path,
                    address,
                    "is the " + (subnet.isNetworkAddress(address) ? "network" : "broadcast") + " address of " + subnet
                            + "; give one between");
        }
    }

    /** The path of one address: an index only where a list was written. */
    private static String at(String path, int count, int index) {
        return count == 1 ? path : path + "[" + index + "]";
    }
}
