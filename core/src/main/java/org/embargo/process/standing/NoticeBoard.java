package org.embargo.process.standing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.embargo.model.Address;
import org.embargo.model.Notices;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/** How the advance notices of a case stand, recipient by recipient, as sentences. */
public final class NoticeBoard {

    private NoticeBoard() {}

    public static List<Remark> of(Notices notices) {
        List<Remark> remarks = new ArrayList<>();
        notices.listed()
                .map(at -> Remark.of(
                        Kind.NOTICES_OUT,
                        at.toString(),
                        String.valueOf(notices.board().size())))
                .ifPresent(remarks::add);
        if (notices.updates() > 0) {
            remarks.add(Remark.of(Kind.NOTICES_UPDATED, String.valueOf(notices.updates())));
        }
        notices.board().forEach(each -> remarks.add(line(each)));
        notices.told().stream()
                .flatMap(told -> told.leftOut().stream())
                .map(Address::value)
                .map(address -> Remark.of(Kind.BOARD_LEFT_OUT, address))
                .forEach(remarks::add);
        return remarks;
    }

    private static Remark line(Notices.Notice notice) {
        return Remark.of(
                Kind.BOARD,
                notice.recipient().value(),
                notice.state().name().toLowerCase(Locale.ROOT),
                notice.since().toString(),
                notice.reminded().map(Instant::toString).orElse(""));
    }
}
