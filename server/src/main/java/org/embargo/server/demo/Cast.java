package org.embargo.server.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Who plays.
 *
 * @param robin   a reporter with a key
 * @param alice   of the team
 * @param bob     of the team
 * @param carol   a reporter without a key
 * @param vera    of a distribution, who is told ahead of disclosure
 * @param walt    of a maker of appliances, who is told as well
 * @param list    the public mailing list, as one who reads it
 * @param openssl an upstream of the project
 */
record Cast(
        Person robin, Person alice, Person bob, Person carol, Person vera, Person walt, Person list, Person openssl) {

    /** Makes their keys, in short folders under {@code folder}. */
    static Cast assemble(Path folder, Cleaning cleaning) throws IOException, StepFailedException, InterruptedException {
        return new Cast(
                Person.withKey("Robin", "robin@finder.example", folder, cleaning),
                Person.withKey("Alice", "alice@project.example", folder, cleaning),
                Person.withKey("Bob", "bob@project.example", folder, cleaning),
                Person.withoutKey("Carol", "carol@elsewhere.example", folder, cleaning),
                Person.withKey("Vera", "vera@distribution.example", folder, cleaning),
                Person.withKey("Walt", "walt@appliances.example", folder, cleaning),
                Person.withoutKey("The list", "project-dev@lists.example", folder, cleaning),
                Person.withKey("OpenSSL", "openssl@openssl.org", folder, cleaning));
    }

    List<Person> team() {
        return List.of(alice, bob);
    }

    List<Person> vendors() {
        return List.of(vera, walt);
    }

    List<Person> all() {
        return List.of(robin, alice, bob, carol, vera, walt, list, openssl);
    }
}
