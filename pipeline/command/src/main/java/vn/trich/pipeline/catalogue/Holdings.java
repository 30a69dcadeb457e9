package vn.trich.pipeline.catalogue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a folder of results holds.
 *
 * @param holds records by kind, in the order of the contract
 * @param toReview how many of these a person should look at; kinds that nobody need look at are not there
 */
public record Holdings(Map<String, Integer> holds, Map<String, Integer> toReview) {

    static Holdings of(Database db) throws SQLException, IOException {
        Holdings holdings = new Holdings(new LinkedHashMap<>(), new LinkedHashMap<>());
        holdings.count(db, "documents");
        holdings.holds.put("pages", db.number("SELECT sum(page_count) FROM documents"));
        holdings.count(db, "sections");
        holdings.count(db, "tables");
        holdings.count(db, "tasks");
        holdings.holds.put("units", db.number("SELECT count(*) FROM units"));
        holdings.count(db, "targets");
        holdings.count(db, "indicators");
        holdings.holds.put("references", db.number("SELECT count(*) FROM \"references\""));
        return holdings;
    }

    private void count(Database db, String table) throws SQLException, IOException {
        holds.put(table, db.number("SELECT count(*) FROM " + table));
        toReview.put(table, db.number("SELECT count(*) FROM " + table + " WHERE needs_review"));
    }
}
