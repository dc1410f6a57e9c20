package org.embargo.desk;

/** Mails in the forms in which OpenSSL announces, as they come through its Mailman list. */
final class Announcements {

    static final String PUBLISHED = """
            OpenSSL version 3.4.1 published
            ===============================

            OpenSSL - The Open Source toolkit for SSL/TLS
            https://www.openssl.org/

            The OpenSSL Project is pleased to announce that OpenSSL version 3.4.1
            of our open source toolkit for SSL/TLS is now available.

            Specific notes on upgrading from previous versions are available in the
            OpenSSL Migration Guide.

            Yours,
            The OpenSSL Project Team.
            """;

    static final String ADVISORY = """
            OpenSSL Security Advisory [11th February 2025]
            ==============================================

            RFC7250 handshakes with unauthenticated servers don't abort (CVE-2024-12797)
            ============================================================================

            Severity: High

            OpenSSL 3.4, 3.3 and 3.2 are vulnerable to this issue.

            OpenSSL 3.4 users should upgrade to OpenSSL 3.4.1.
            OpenSSL 3.3 users should upgrade to OpenSSL 3.3.3.
            OpenSSL 1.0.2 users should upgrade to OpenSSL 1.0.2zl (premium
            support customers only).

            URL for this Security Advisory:
            https://openssl-library.org/news/secadv/20250211.txt
            """;

    static final String FORTHCOMING = """
            The OpenSSL project team would like to announce the forthcoming release
            of OpenSSL version 3.0.7.

            This release will be made available on Tuesday 1st November 2022 between
            1300-1700 UTC.

            OpenSSL 3.0.7 is a security-fix release. The highest severity issue
            fixed in this release is CRITICAL:
            """;

    static final String DIGEST = """
            Send openssl-announce mailing list submissions to
            \topenssl-announce@openssl.org

            Today's Topics:

               1. OpenSSL version 3.4.1 published (OpenSSL)
               2. OpenSSL Security Advisory (OpenSSL)


            ----------------------------------------------------------------------

            Message: 1
            From: OpenSSL <openssl@openssl.org>
            Subject: OpenSSL version 3.4.1 published

            The OpenSSL Project is pleased to announce that OpenSSL version 3.4.1
            of our open source toolkit for SSL/TLS is now available.

            ------------------------------

            Message: 2
            From: OpenSSL <openssl@openssl.org>
            Subject: OpenSSL Security Advisory

            Severity: High

            OpenSSL 3.4 users should upgrade to OpenSSL 3.4.1.
            OpenSSL 3.3 users should upgrade to OpenSSL 3.3.3.
            """;

    static final String FOOTER = """
            _______________________________________________
            openssl-announce mailing list
            To unsubscribe: https://mta.openssl.org/mailman/listinfo/openssl-announce
            """;

    private static final String LIST_FIELDS =
            "List-Id: \"Announcements\" <openssl-announce.openssl.org>\r\nPrecedence: list\r\n";

    private Announcements() {}

    /** With the fields and the footer of the list. */
    static String throughList(String from, String subject, String text) {
        return LIST_FIELDS + direct(from, subject, text + FOOTER);
    }

    static String direct(String from, String subject, String text) {
        return fields(from, subject) + "Content-Type: text/plain\r\n\r\n" + crlf(text);
    }

    /** As Mailman sends it to those who want MIME; its parts have no type of their own, as RFC 2046 5.1.5 allows. */
    static String digest(String... mails) {
        StringBuilder all = new StringBuilder();
        for (String mail : mails) {
            all.append("--each\r\n\r\n").append(mail).append("\r\n");
        }
        return listFields("openssl-announce-request@openssl.org", "openssl-announce Digest, Vol 96, Issue 1")
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"digest\"\r\n\r\n"
                + "--digest\r\nContent-Type: text/plain\r\nContent-Description: Today's Topics\r\n\r\n"
                + "Today's Topics:\r\n\r\n   1. OpenSSL 3.4.1 published\r\n   2. OpenSSL 3.3.9 published\r\n\r\n"
                + "--digest\r\nContent-Type: multipart/digest; boundary=\"each\"\r\n\r\n" + all
                + "--each--\r\n\r\n--digest\r\nContent-Type: text/plain\r\n\r\n" + crlf(FOOTER) + "--digest--\r\n";
    }

    static String fields(String from, String subject) {
        return TestHome.fields(from, subject);
    }

    static String listFields(String from, String subject) {
        return LIST_FIELDS + fields(from, subject);
    }

    static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }
}
