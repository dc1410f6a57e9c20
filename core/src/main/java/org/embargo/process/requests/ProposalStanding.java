package org.embargo.process.requests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.Proposal;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/** The commands that members have sent and that wait for others, as sentences: at the end of every transcript. */
final class ProposalStanding {

    private ProposalStanding() {}

    static List<Remark> brief(Case current, Circumstances at) {
        Map<Confidential, List<Proposal>> waiting = new LinkedHashMap<>();
        current.proposals().stream()
                .filter(each -> SeveralMembers.counting(each, at).isPresent())
                .forEach(each -> waiting.computeIfAbsent(each.command(), command -> new ArrayList<>())
                        .add(each));
        return waiting.entrySet().stream()
                .map(each -> remark(each.getKey(), each.getValue(), at))
                .toList();
    }

    private static Remark remark(Confidential command, List<Proposal> sent, Circumstances at) {
        Instant until =
                sent.stream().map(SeveralMembers::ends).min(Instant::compareTo).orElseThrow();
        String members = sent.stream()
                .flatMap(each -> SeveralMembers.counting(each, at).stream())
                .map(member -> member.address().value())
                .distinct()
                .collect(Collectors.joining(", "));
        return new Remark(
                Kind.STANDS_PROPOSED, List.of(command, new Confidential(members), new Confidential(until.toString())));
    }
}
