package org.embargo.server.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Who plays.
 *
 * @param robin a reporter with a key
 * @param alice of the team
 * @param bob   of the team
 * @param carol a reporter without a key
 * @param vera  of a distributor, who is told ahead of disclosure
 * @param list  the public mailing list, as one that reads it
 */
record Cast(Person robin, Person alice, Person bob, Person carol, Person vera, Person list) {

    /** Makes their keys, in short folders under {@code folder}. */
    static Cast assemble(Path folder, Cleaning cleaning) throws IOException, StepFailedException, InterruptedException {
        return new Cast(
                Person.withKey("Robin", "robin@finder.example", folder, cleaning),
                Person.withKey("Alice", "alice@project.example", folder, cleaning),
                Person.withKey("Bob", "bob@project.example", folder, cleaning),
                Person.withoutKey("Carol", "carol@elsewhere.example", folder, cleaning),
                Person.withKey("Vera", "vera@distribution.example", folder, cleaning),
                Person.withoutKey("The list", "project-dev@lists.example", folder, cleaning));
    }

    List<Person> team() {
        return List.of(alice, bob);
    }

    List<Person> all() {
        return List.of(robin, alice, bob, carol, vera, list);
    }
}
