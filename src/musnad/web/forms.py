"""What a form sent: few fields, of this server's own making."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from musnad.web.guard import sound_form
from musnad.web.site import site_of

__all__ = ["form_of"]

_LARGEST = 64 * 1024  # bytes


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form. 403 where this server did not make it for this browser, 413 or 415 where it is none."""
    if request.headers.get("content-type", "").split(";")[0].strip() != "application/x-www-form-urlencoded":
        raise HTTPException(415)
    data = bytearray()
    async for part in request.stream():
        data += part
        if len(data) > _LARGEST:
            raise HTTPException(413)
    try:
        fields = dict(parse_qsl(data.decode("utf-8"), keep_blank_values=True, max_num_fields=50))
    except ValueError as error:
        raise HTTPException(400) from error
    if not sound_form(request, site_of(request).settings, fields.get("csrf", "")):
        raise HTTPException(403)
    return fields
