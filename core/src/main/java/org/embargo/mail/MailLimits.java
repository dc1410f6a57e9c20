package org.embargo.mail;

/**
 * The bounds within which one mail is read, all in one place. What lies beyond them is not shown apart: the mail as it
 * came goes along as an attachment, so that nothing is lost.
 *
 * @param nesting           levels of multiparts, signed parts and decrypted parts inside one another
 * @param parts             parts, those inside decrypted parts included
 * @param fields            header fields looked at, of all parts together; a mail with more has no single author
 * @param fieldBytes        of one header field with its continuation lines; it is cut there
 * @param lineBytes         of one line in a header; it is cut there in the header of the mail, and in that of a part it ends
 *                          the reading
 * @param decodedBytes      everything that is decoded, copied or decrypted, taken together
 * @param textBytes         of all texts shown, taken together; the whole of one that does not fit goes along as an
 *                          attachment
 * @param encryptedMessages OpenPGP messages decrypted
 * @param cleartextBlocks   armored blocks looked at in all texts together
 * @param recipients        addresses of To and Cc, ids of References, and recipients in a delivery report
 * @param certificates      OpenPGP certificates brought along, and places looked into for them
 */
public record MailLimits(
        int nesting,
        int parts,
        int fields,
        int fieldBytes,
        int lineBytes,
        long decodedBytes,
        int textBytes,
        int encryptedMessages,
        int cleartextBlocks,
        int recipients,
        int certificates) {

    /** For mail of up to 40 MB: generous to people, tight to machines. */
    public static final MailLimits DEFAULT =
            new MailLimits(20, 500, 2_000, 1 << 14, 1 << 16, 300L << 20, 1 << 20, 20, 50, 500, 10);

    public MailLimits {
        long smallest = Math.min(
                Math.min(Math.min(nesting, parts), Math.min(fields, fieldBytes)),
                Math.min(
                        Math.min(Math.min(lineBytes, textBytes), Math.min(encryptedMessages, cleartextBlocks)),
                        Math.min(Math.min(recipients, certificates), decodedBytes)));
        if (smallest < 1) {
            throw new IllegalArgumentException("a limit of " + smallest + " lets nothing in");
        }
    }
}
