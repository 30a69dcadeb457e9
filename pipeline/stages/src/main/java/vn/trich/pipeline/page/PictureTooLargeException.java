package vn.trich.pipeline.page;

import java.io.IOException;

/** A picture has more pixels than the settings allow; nothing of it was decoded. */
public final class PictureTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Says how large the picture is and what the limit is, for people. */
    public PictureTooLargeException(String message) {
        super(message);
    }

    static void check(long width, long height, long most) throws PictureTooLargeException {
        if (width * height > most) {
            throw new PictureTooLargeException("a picture of " + width + " x " + height + " pixels, the limit is "
                    + most + " in all; scan it at 300 dpi or raise --max-pixels");
        }
    }
}
