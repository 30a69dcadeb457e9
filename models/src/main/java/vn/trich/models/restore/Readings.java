package vn.trich.models.restore;

import java.util.List;

/** What the slots of a text may stand for, under one assumption of how it was damaged. */
interface Readings {

    /** The slots of a token. */
    List<Slot> slots(int token, String text);

    /**
     * The readings that begin at a slot; at least the one that keeps it.
     *
     * @param slots all slots
     * @param at the slot
     * @param token its token
     */
    List<Arc> at(List<Slot> slots, int at, Token token);
}
