package org.embargo.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.embargo.hostile.Mutations;
import org.embargo.hostile.Seeds;

/**
 * Takes mails in, in a process of its own whose heap is bounded from outside and that ends at the first want of memory.
 * Its status is 0 where each mail ended as it should.
 */
final class HeapRun {

    private HeapRun() {}

    /**
     * The corpus, then mutants of it, then mails from files.
     *
     * @param arguments home, a file for what of the heap is in use at the end, number of mutants, files of mails
     */
    public static void main(String[] arguments) throws Exception {
        try (MutantDesk desk = MutantDesk.in(Path.of(arguments[0]))) {
            List<byte[]> mails = Seeds.mails();
            Mutations mutations = new Mutations(mails);
            mails.forEach(mail -> desk.receive(mail, -1));
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                desk.receive(mutations.mutant(i), i);
            }
            for (String file : List.of(arguments).subList(3, arguments.length)) {
                desk.receiveFile(Path.of(file));
            }
            Files.writeString(Path.of(arguments[1]), Long.toString(MutantDesk.liveBytes()));
            boolean fine = desk.complaints().isEmpty()
                    && desk.untaken().isEmpty()
                    && desk.waiting().isEmpty();
            Runtime.getRuntime().halt(fine ? 0 : 1);
        }
    }
}
