package org.embargo.desk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.embargo.mail.OpenedMail;

/** How mail programs write an answer: what they put before and after the writer's words, and how they encode it. */
enum MailProgram {
    OUTLOOK(false, false) {
        @Override
        String answer(String words, Letter letter) {
            return alternative(words + "\n\nFrom: " + letter.desk() + "\nSent: Monday, March 2, 2026 10:00 AM\n"
                    + "To: alice@project.example\nSubject: " + letter.subject() + "\n\n" + letter.text());
        }
    },
    OUTLOOK_WITH_RULE_GERMAN(false, false) {
        @Override
        String answer(String words, Letter letter) {
            return alternative(words + "\n\n________________________________\nVon: " + letter.desk()
                    + "\nGesendet: Montag, 2. M\u00e4rz 2026 10:00\nAn: alice@project.example\nBetreff: "
                    + letter.subject() + "\n\n" + letter.text());
        }
    },
    OUTLOOK_PLAIN(false, false) {
        @Override
        String answer(String words, Letter letter) {
            return plain(words + "\n\n-----Original Message-----\nFrom: " + letter.desk()
                    + " \nSent: Monday, March 2, 2026 10:00 AM\nTo: alice@project.example\nSubject: "
                    + letter.subject() + "\n\n" + letter.text());
        }
    },
    OUTLOOK_FOR_MAC(false, false) {
        @Override
        String answer(String words, Letter letter) {
            return base64(words + "\n\nFrom: " + letter.desk() + "\nDate: Monday, 2 March 2026 at 10:00\n"
                    + "To: alice@project.example <alice@project.example>\nSubject: " + letter.subject() + "\n"
                    + letter.text().replace("\n", "\n\n"));
        }
    },
    APPLE_MAIL(true, false) {
        @Override
        String answer(String words, Letter letter) {
            return alternative(words + "\n\n> On 2 Mar 2026, at 10:00, cryptography security <" + letter.desk()
                    + "> wrote:\n> \n" + quoted("> ", letter.text()) + "\n");
        }
    },
    APPLE_MAIL_IPHONE(true, false) {
        @Override
        String answer(String words, Letter letter) {
            return alternative(words + "\n\n> On 2 Mar 2026, at 10:00, " + letter.desk() + " wrote:\n> \n> \uFEFF"
                    + quoted("> ", letter.text()).substring(2) + "\n");
        }
    },
    GMAIL(true, false) {
        @Override
        String answer(String words, Letter letter) {
            return alternative(words + "\n\nOn Mon, Mar 2, 2026 at 10:00\u202fAM cryptography security <\n"
                    + letter.desk() + "> wrote:\n\n" + quoted("> ", letter.text()) + "\n");
        }
    },
    GMAIL_MOBILE(true, false) {
        @Override
        String answer(String words, Letter letter) {
            return alternative(words + "\n\nOn Mon, 2 Mar 2026, 10:00 cryptography security, <" + letter.desk()
                    + ">\nwrote:\n\n" + quoted("> ", letter.text()) + "\n>\n");
        }
    },
    THUNDERBIRD(true, true) {
        @Override
        String answer(String words, Letter letter) {
            return flowed("On 02/03/2026 10:00, cryptography security wrote:\n" + quoted("> ", letter.text()) + "\n\n"
                    + words + "\n");
        }
    },
    THUNDERBIRD_ABOVE(true, false) {
        @Override
        String answer(String words, Letter letter) {
            return flowed(words + "\n\nOn 02/03/2026 10:00, cryptography security wrote:\n"
                    + quoted("> ", letter.text()) + "\n");
        }
    },
    MUTT(true, true) {
        @Override
        String answer(String words, Letter letter) {
            return plain("On Mon, Mar 02, 2026 at 10:00:00AM +0000, cryptography security wrote:\n"
                    + quoted("> ", letter.text()) + "\n\n" + words + "\n\n-- \nAlice\n");
        }
    },
    MUTT_WITH_ANOTHER_MARK(false, false) {
        @Override
        String answer(String words, Letter letter) {
            return plain(words + "\n\nOn Mon, Mar 02, 2026 at 10:00:00AM +0000, cryptography security wrote:\n"
                    + quoted("| ", letter.text()) + "\n");
        }
    };

    private final boolean quotes;
    private final boolean below;

    MailProgram(boolean quotes, boolean below) {
        this.quotes = quotes;
        this.below = below;
    }

    /** What is answered, as the program shows it. */
    record Letter(String desk, String subject, String text) {

        static Letter of(OpenedMail mail) {
            return new Letter(
                    TestHome.DESK, mail.inner().subject().text(), mail.body().stripTrailing());
        }
    }

    /** The MIME part that it signs. */
    abstract String answer(String words, Letter letter);

    /** Whether it marks what it quotes by a greater-than sign. */
    boolean quotes() {
        return quotes;
    }

    /** Whether people write below what it quotes. */
    boolean below() {
        return below;
    }

    private static String quoted(String mark, String text) {
        return text.lines().map(line -> (mark + line).stripTrailing()).collect(Collectors.joining("\n"));
    }

    private static String plain(String text) {
        return "Content-Type: text/plain; charset=utf-8\r\nContent-Disposition: inline\r\n"
                + "Content-Transfer-Encoding: 8bit\r\n\r\n" + crlf(wrapped(text));
    }

    private static String base64(String text) {
        byte[] bytes = crlf(wrapped(text)).getBytes(StandardCharsets.UTF_8);
        return "Content-Type: text/plain; charset=\"utf-8\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(bytes) + "\r\n";
    }

    private static String alternative(String text) {
        return "Content-Type: multipart/alternative; boundary=\"alt\"\r\n\r\n--alt\r\n"
                + "Content-Type: text/plain; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                + quotedPrintable(wrapped(text)) + "\r\n--alt\r\nContent-Type: text/html; charset=\"utf-8\"\r\n"
                + "Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><div>"
                + quotedPrintable(
                        text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>\n"))
                + "</div></body></html>\r\n--alt--\r\n";
    }

    private static String flowed(String text) {
        String lines = text.lines()
                .map(line -> line.startsWith(" ") || line.startsWith("From ") ? " " + line : line)
                .collect(Collectors.joining("\n"));
        return "Content-Type: text/plain; charset=UTF-8; format=flowed\r\nContent-Transfer-Encoding: 7bit\r\n\r\n"
                + crlf(lines) + "\r\n";
    }

    /** At 76 columns, with no mark before what goes on: that is what goes wrong in the worst of them. */
    private static String wrapped(String text) {
        return text.lines().map(MailProgram::wrappedLine).collect(Collectors.joining("\n"));
    }

    private static String wrappedLine(String line) {
        int blank = line.length() > 76 ? line.lastIndexOf(' ', 76) : -1;
        return blank <= 0 ? line : line.substring(0, blank) + "\n" + wrappedLine(line.substring(blank + 1));
    }

    private static String quotedPrintable(String text) {
        UnaryOperator<String> encoded = line -> {
            StringBuilder out = new StringBuilder();
            int column = 0;
            for (byte octet : line.getBytes(StandardCharsets.UTF_8)) {
                boolean plain = octet >= ' ' && octet < 127 && octet != '=';
                String next = plain ? String.valueOf((char) octet) : String.format("=%02X", octet & 0xff);
                if (column + next.length() > 75) {
                    out.append("=\r\n");
                    column = 0;
                }
                out.append(next);
                column += next.length();
            }
            return out.toString();
        };
        List<String> lines = Arrays.asList(text.split("\n", -1));
        return lines.stream().map(encoded).collect(Collectors.joining("\r\n"));
    }

    private static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }
}
