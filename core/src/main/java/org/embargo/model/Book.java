package org.embargo.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a desk keeps that belongs to no case: it is folded from the journal of the desk's book ({@link CaseId#book}), so
 * that it is sealed, chained and witnessed like the cases.
 *
 * @param recipients   the private list, in the order of joining
 * @param former       were on the list, and still get the later mails of cases that they were told of
 * @param keys         certificates of members that a command has set, one for each member at most
 * @param left         members whom whoever runs the server has taken off the team
 * @param deskKeys     the keys that the desk has had, in the order in which they became its present one
 * @param clockDoubted whether the clock jumped and nobody has confirmed the time yet
 * @param releases     of the project that are out, as tags and members have told
 */
public record Book(
        List<Recipient> recipients,
        List<Recipient> former,
        List<MemberKey> keys,
        Set<Address> left,
        List<Fingerprint> deskKeys,
        boolean clockDoubted,
        List<ReleaseVersion> releases) {

    public static final Book EMPTY = new Book(List.of(), List.of(), List.of(), Set.of(), List.of(), false, List.of());

    public Book {
        recipients = List.copyOf(recipients);
        former = List.copyOf(former);
        keys = List.copyOf(keys);
        left = Set.copyOf(left);
        deskKeys = List.copyOf(deskKeys);
        releases = List.copyOf(releases);
    }

    /** Who is on the list, paused or not. */
    public Optional<Recipient> recipient(Address address) {
        return find(recipients, address);
    }

    /** Who was on the list, and is not struck off all cases. */
    public Optional<Recipient> former(Address address) {
        return find(former, address);
    }

    /** Who gets the later mails of a case that he was told of. */
    public Optional<Recipient> stillTold(Address address) {
        return recipient(address).or(() -> former(address));
    }

    public Optional<MemberKey> key(Address member) {
        return keys.stream().filter(each -> each.member().equals(member)).findFirst();
    }

    /** Since when a member's certificate that a command has set counts as his; empty for one that the operator has set. */
    public Optional<Instant> keySince(Member member) {
        return key(member.address())
                .filter(each -> each.certificate().equals(member.fingerprint()))
                .map(MemberKey::since);
    }

    Book with(Recipient recipient) {
        List<Recipient> all = new ArrayList<>(recipients);
        int place = recipient(recipient.address()).map(all::indexOf).orElse(all.size());
        if (place < all.size()) {
            all.set(place, recipient);
        } else {
            all.add(recipient);
        }
        return new Book(all, without(former, recipient.address()), keys, left, deskKeys, clockDoubted, releases);
    }

    /** @param entirely whether he gets nothing of the cases either that he was told of */
    Book without(Address address, boolean entirely) {
        List<Recipient> told = new ArrayList<>(without(former, address));
        if (!entirely) {
            stillTold(address).ifPresent(told::add);
        }
        return new Book(without(recipients, address), told, keys, left, deskKeys, clockDoubted, releases);
    }

    /** Those of the former alone have a certificate of use too. */
    Book withFormer(Recipient recipient) {
        List<Recipient> all = new ArrayList<>(without(former, recipient.address()));
        all.add(recipient);
        return new Book(recipients, all, keys, left, deskKeys, clockDoubted, releases);
    }

    Book with(MemberKey key) {
        List<MemberKey> all = new ArrayList<>(keys);
        all.removeIf(each -> each.member().equals(key.member()));
        all.add(key);
        return new Book(recipients, former, all, left, deskKeys, clockDoubted, releases);
    }

    Book withLeaver(Address member) {
        Set<Address> all = new HashSet<>(left);
        all.add(member);
        return new Book(recipients, former, keys, all, deskKeys, clockDoubted, releases);
    }

    Book withoutLeaver(Address member) {
        Set<Address> rest = new HashSet<>(left);
        rest.remove(member);
        return new Book(recipients, former, keys, rest, deskKeys, clockDoubted, releases);
    }

    /** Its present key stands last. */
    Book withDeskKey(Fingerprint key) {
        List<Fingerprint> all = new ArrayList<>(deskKeys);
        all.remove(key);
        all.add(key);
        return new Book(recipients, former, keys, left, all, clockDoubted, releases);
    }

    private static Optional<Recipient> find(List<Recipient> among, Address address) {
        return among.stream().filter(each -> each.address().equals(address)).findFirst();
    }

    private static List<Recipient> without(List<Recipient> all, Address address) {
        return all.stream().filter(each -> !each.address().equals(address)).toList();
    }

    Book withDoubtedClock(boolean doubted) {
        return new Book(recipients, former, keys, left, deskKeys, doubted, releases);
    }

    Book withReleases(List<ReleaseVersion> more) {
        List<ReleaseVersion> all = new ArrayList<>(releases);
        all.addAll(more);
        return new Book(
                recipients,
                former,
                keys,
                left,
                deskKeys,
                clockDoubted,
                all.stream().distinct().toList());
    }
}
