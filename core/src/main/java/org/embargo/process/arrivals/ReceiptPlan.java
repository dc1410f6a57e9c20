package org.embargo.process.arrivals;

/** Whether the author of a new report is answered, and how much the answer may say (contract, section 4). */
public enum ReceiptPlan {
    /** He is who SMTP says he is: the receipt with his token. */
    RECEIPT,
    /** Nothing proves his address: a short note without token. */
    NOTE,
    /** Nobody to answer, or nobody who may be answered. */
    NONE
}
