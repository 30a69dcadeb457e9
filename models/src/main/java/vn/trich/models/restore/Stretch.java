package vn.trich.models.restore;

import java.util.ArrayList;
import java.util.List;
import vn.trich.models.language.Letters;

/**
 * A stretch of tokens, decoded with the language model.
 *
 * @param from index of its first token
 * @param to index after its last
 * @param slots its slots
 * @param arcs the readings that begin at each
 * @param decoding what the language model says
 */
record Stretch(int from, int to, List<Slot> slots, List<List<Arc>> arcs, LatticeDecoder.Decoding decoding) {

    /** Decodes some of the tokens. */
    static Stretch of(List<Token> tokens, int from, int to, Readings readings, LatticeDecoder decoder) {
        List<Slot> slots = new ArrayList<>();
        for (int t = from; t < to; t++) {
            slots.addAll(readings.slots(t, Letters.nfc(tokens.get(t).text())));
        }
        List<List<Arc>> arcs = new ArrayList<>(slots.size());
        for (int i = 0; i < slots.size(); i++) {
            arcs.add(readings.at(slots, i, tokens.get(slots.get(i).token())));
        }
        return new Stretch(from, to, slots, arcs, decoder.decoded(arcs));
    }

    /** The same slots with other readings, decoded. */
    Stretch with(List<List<Arc>> otherArcs, LatticeDecoder.Decoding otherDecoding) {
        return new Stretch(from, to, slots, otherArcs, otherDecoding);
    }
}
