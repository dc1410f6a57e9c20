package org.embargo.server;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A recipient of advance notices.
 *
 * @param gpg with the key that the desk has for him; vendors of one kind of key share it, for making keys takes long
 */
record Vendor(String address, GpgHome gpg) {
    private static final List<String> HOUSES = List.of(
            "alderworks",
            "aspenworks",
            "beechworks",
            "birchworks",
            "cedarworks",
            "cypressworks",
            "elderworks",
            "hazelworks",
            "hollyworks",
            "juniperworks",
            "larchworks",
            "lindenworks",
            "mapleworks",
            "oliveworks",
            "poplarworks",
            "rowanworks",
            "spruceworks",
            "sycamoreworks",
            "walnutworks");
    private static final String LATE = "willowworks";

    /** All but the one whose key expires; in their own folders of gpg, one for each kind of key. */
    static List<Vendor> withLastingKeys() throws IOException {
        List<GpgHome> homes = new ArrayList<>();
        for (GpgHome.Kind kind : GpgHome.Kind.values()) {
            homes.add(GpgHome.of(address(HOUSES.get(homes.size())), kind));
        }
        List<Vendor> vendors = new ArrayList<>();
        for (String house : HOUSES) {
            vendors.add(new Vendor(address(house), homes.get(vendors.size() % homes.size())));
        }
        return vendors;
    }

    static Vendor expiring(Duration left) throws IOException {
        return new Vendor(address(LATE), GpgHome.expiring(address(LATE), left));
    }

    /** What no mail to another may hold. */
    String house() {
        return address.replaceAll(".*@|\\.example", "");
    }

    private static String address(String house) {
        return "security@" + house + ".example";
    }
}
