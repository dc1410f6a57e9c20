package org.embargo.model;

/** The fields of a case that hold free text. */
public enum TextField {
    /** One line: the public title. */
    TITLE,
    /** What the issue is, in full. */
    DESCRIPTION,
    /** The steps to be taken. */
    REMEDY,
    /** What users can do until then. */
    WORKAROUND
}
