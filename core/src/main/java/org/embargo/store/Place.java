package org.embargo.store;

/** Where a sealed value stands; it can't be opened anywhere else. */
record Place(String table, String row, String column) {

    byte[] asAssociatedData() {
        return new Fields().add(table).add(row).add(column).bytes();
    }
}
