package vn.trich.pipeline.catalogue;

import java.io.IOException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The catalogue cannot be read or written; the message says why and what to do. */
public final class CatalogueException extends IOException {

    private static final long serialVersionUID = 1;

    private final boolean lasting;

    private CatalogueException(String message, boolean lasting, Throwable cause) {
        super(message, cause);
        this.lasting = lasting;
    }

    /** Whether it will not pass by waiting: the file is damaged, or no catalogue that this version knows. */
    public boolean isLasting() {
        return lasting;
    }

    static CatalogueException lasting(String message) {
        return new CatalogueException(message, true, null);
    }

    static CatalogueException of(SQLException e) {
        int code = e instanceof SQLiteException s ? s.getResultCode().code & 0xff : -1;
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return new CatalogueException(
                    "the catalogue is damaged (" + e.getMessage() + "); move " + Catalogue.FILE
                            + " away and run again: it is made anew from documents/ and text/",
                    true,
                    e);
        }
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return new CatalogueException("no space left on the disk", false, e);
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code) {
            return new CatalogueException("the catalogue is locked by another program; close it there", false, e);
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_PERM.code) {
            return new CatalogueException("no permission to write " + Catalogue.FILE, false, e);
        }
        return new CatalogueException("the catalogue: " + e.getMessage(), false, e);
    }
}
