import InsertDriveFileOutlined from '@mui/icons-material/InsertDriveFileOutlined';
import { Box } from '@mui/material';
import { type ReactNode, useEffect, useState } from 'react';

const side = 48;
const shown = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'];

/** A small picture of a chosen file before it is uploaded; only decoration beside its name. */
export function Preview({ source }: { readonly source: File }): ReactNode {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!shown.includes(source.type)) return;
    const made = URL.createObjectURL(source);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [source]);
  const frame = { width: side, height: side, borderRadius: 1, flex: 'none' };
  if (address === undefined) {
    return (
      <Box sx={{ ...frame, display: 'grid', placeItems: 'center', bgcolor: 'action.hover' }}>
        <InsertDriveFileOutlined aria-hidden />
      </Box>
    );
  }
  return <Box component="img" src={address} alt="" sx={{ ...frame, objectFit: 'cover' }} />;
}
